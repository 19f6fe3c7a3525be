package org.agentinbox.web.account;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.ResourceBundle;
import java.util.UUID;

import org.agentinbox.account.OwnSignIns;
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

    @EJB
    private transient OwnSignIns own;
    @Inject
    private transient Clock clock;
    @Inject
    private transient CurrentUser user;
    private List<SignInRow> signIns;

    @PostConstruct
    void load() {
        Instant now = clock.instant();
        UUID thisOne = user.signInId();
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

    private static void show(String ended) {
        try {
            ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
            external.redirect(external.getRequestContextPath() + "/profile?ended=" + ended);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
