package org.agentinbox.web.site;

import java.io.Serializable;
import java.net.URI;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.ResourceBundle;
import java.util.UUID;

import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Settings;
import org.agentinbox.site.KeyScope;
import org.agentinbox.site.SiteIntegration;
import org.agentinbox.site.SiteSecretView;
import org.agentinbox.web.platform.PageDialogs;
import org.agentinbox.web.platform.PageMessages;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * The page on which a site is connected. The service holds the rules and permissions. A new secret or key is part of one response and kept
 * nowhere.
 */
@Named
@ViewScoped
public class SitePage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    private static final String EDITOR = "editor";
    private static final PageMessages MESSAGES = new PageMessages("site");

    @EJB
    private transient SiteIntegration site;
    @Inject
    private transient Settings settings;
    private Instant since;
    private Instant previousUntil;
    private List<ApiKeyRow> keys;
    private KeyForm keyForm = new KeyForm();
    private String address;

    @PostConstruct
    void load() {
        address = settings.url().map(URI::toString).orElseGet(SitePage::requested);
        SiteSecretView secret = site.secret();
        since = secret.since();
        previousUntil = secret.previousUntil();
        ResourceBundle texts = PageMessages.texts();
        keys = site.keys().stream().map(key -> new ApiKeyRow(key, texts)).toList();
    }

    /** Makes a secret and shows it in this response. */
    public void newSecret() {
        show(PageMessages.texts().getString("site.once.secret"), site.newSecret());
        load();
    }

    /** Ends the validity of the previous secret. */
    public void endPreviousSecret() {
        site.endPreviousSecret();
        load();
    }

    /** Opens the dialog for a new key. */
    public void startNewKey() {
        keyForm = new KeyForm();
        PageDialogs.open(EDITOR);
    }

    /** Makes a key and shows it in this response. */
    public void newKey() {
        try {
            String key = site.newKey(keyForm.wanted());
            PageDialogs.close(EDITOR);
            show(keyForm.getName(), key);
            load();
        } catch (RefusedException e) {
            MESSAGES.refuse(EDITOR, e, RefusedException::field);
        }
    }

    /** @param key to revoke */
    public void revoke(ApiKeyRow key) {
        site.revoke(UUID.fromString(key.getId()));
        load();
    }

    /** @param key which is to go on with the reader's account instead of its owner's */
    public void takeOver(ApiKeyRow key) {
        try {
            site.takeOver(UUID.fromString(key.getId()));
        } catch (RefusedException e) {
            MESSAGES.refuse(null, e, refused -> null);
        }
        load();
    }

    private static void show(String what, String secret) {
        FacesContext.getCurrentInstance().getExternalContext().getRequestMap().put("oneTime", new String[]{what, secret});
        PageDialogs.open("oneTime");
    }

    static String words(Instant at) {
        return MINUTE.format(at);
    }

    private static String requested() {
        ExternalContext request = FacesContext.getCurrentInstance().getExternalContext();
        return request.getRequestScheme() + "://" + request.getRequestHeaderMap().get("Host") + request.getRequestContextPath() + "/";
    }

    /** @return whether there is a secret in use */
    public boolean isSecretMade() {
        return since != null;
    }

    /** @return whether the previous secret is still valid */
    public boolean isPreviousHolds() {
        return previousUntil != null;
    }

    /** @return the state of the secret in words, without the secret */
    public String getSecretWords() {
        ResourceBundle texts = PageMessages.texts();
        if (since == null) {
            return texts.getString("site.secret.none");
        }
        String used = MessageFormat.format(texts.getString("site.secret.since"), words(since));
        return previousUntil == null ? used
            : used + " " + MessageFormat.format(texts.getString("site.secret.previous"), words(previousUntil));
    }

    /** @return the inbox's address, ending in a slash */
    public String getAddress() {
        return address;
    }

    /** @return the line that embeds the widget */
    public String getSnippet() {
        return "<script src=\"" + address + "widget.js\" async></script>";
    }

    /** @return all keys */
    public List<ApiKeyRow> getKeys() {
        return keys;
    }

    /** @return what the dialog for a new key holds */
    public KeyForm getKeyForm() {
        return keyForm;
    }

    /** @return all scopes that a key can have */
    public KeyScope[] getAllScopes() {
        return KeyScope.values();
    }
}
