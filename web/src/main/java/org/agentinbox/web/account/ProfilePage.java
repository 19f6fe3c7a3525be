package org.agentinbox.web.account;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.agentinbox.account.AccountService;
import org.agentinbox.account.AccountView;
import org.agentinbox.account.OwnSignIns;
import org.agentinbox.account.PhotoProblem;
import org.agentinbox.account.Profile;
import org.agentinbox.account.ProfileService;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.web.platform.PageMessages;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One's own profile. The list stays as it was shown until the page is asked for anew, so that a click ends what the person saw. */
@Named
@ViewScoped
public class ProfilePage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final PageMessages MESSAGES = new PageMessages("profile");
    private static final Set<String> PHOTO_OUTCOMES = Stream.concat(Stream.of("BUSY"), Stream.of(PhotoProblem.values()).map(Enum::name))
        .collect(Collectors.toSet());

    @EJB
    private transient OwnSignIns own;
    @EJB
    private transient ProfileService profiles;
    @EJB
    private transient AccountService accounts;
    @Inject
    private transient Clock clock;
    @Inject
    private transient CurrentUser user;
    private List<SignInRow> signIns;
    private String displayName;
    private String title;
    private String locale;
    private boolean enterSends;

    @PostConstruct
    void load() {
        Instant now = clock.instant();
        UUID thisOne = user.signInId();
        AccountView me = accounts.me();
        displayName = me.displayName();
        title = me.title();
        locale = me.locale() == null ? "" : me.locale();
        enterSends = me.enterSends();
        ResourceBundle texts = PageMessages.texts();
        signIns = own.all().stream().map(signIn -> new SignInRow(signIn, thisOne, now, texts)).toList();
    }

    /** @return where one is signed in */
    public List<SignInRow> getSignIns() {
        return signIns;
    }

    /** @return whether one is signed in elsewhere, too */
    public boolean isOthers() {
        return signIns.stream().anyMatch(row -> !row.isThisOne());
    }

    /** @param row that ends; where it is this one, the page leads to the sign-in */
    public void end(SignInRow row) {
        own.end(row.id());
        show("one");
    }

    /** Ends all but this one. */
    public void endOthers() {
        own.endOthers(user.signInId());
        show("others");
    }

    /** Stores what was typed; the page comes again, perhaps in another language. */
    public void save() {
        try {
            profiles.change(new Profile(displayName, title, locale == null || locale.isEmpty() ? null : locale, enterSends));
            redirect("saved=true");
        } catch (RefusedException e) {
            MESSAGES.refuse("profile", e, RefusedException::field);
        }
    }

    /** @return why the picture was refused, or null where it was not */
    public String getPhotoProblem() {
        String outcome = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("photo");
        return outcome != null && PHOTO_OUTCOMES.contains(outcome) ? PageMessages.texts().getString("profile.photo.problem." + outcome)
            : null;
    }

    /** @return the largest file of a picture, in bytes */
    public int getMostPhotoBytes() {
        return ProfileService.MOST_PHOTO_BYTES;
    }

    /** @return what others read */
    public String getDisplayName() {
        return displayName;
    }

    /** @param displayName nothing: the user name */
    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    /** @return what visitors read beside it */
    public String getTitle() {
        return title;
    }

    /** @param title or nothing */
    public void setTitle(String title) {
        this.title = title;
    }

    /** @return {@code en}, {@code ko} or nothing: what the browser asks for */
    public String getLocale() {
        return locale;
    }

    /** @param locale one of these */
    public void setLocale(String locale) {
        this.locale = locale;
    }

    /** @return whether Enter sends; where it does not, Ctrl+Enter does */
    public boolean isEnterSends() {
        return enterSends;
    }

    /** @param enterSends whether it does */
    public void setEnterSends(boolean enterSends) {
        this.enterSends = enterSends;
    }

    private static void show(String ended) {
        redirect("ended=" + ended);
    }

    private static void redirect(String query) {
        try {
            ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
            external.redirect(external.getRequestContextPath() + "/profile?" + query);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
