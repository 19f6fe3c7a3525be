package org.agentinbox.web.account;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.account.AccountView;
import org.agentinbox.account.Role;
import org.agentinbox.account.SignedIn;
import org.agentinbox.web.platform.OwnCookie;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Who looks at the page, in which language and theme. */
@Named
@RequestScoped
public class CurrentUser {

    @Inject
    private HttpServletRequest request;

    /** @return whether somebody is signed in */
    public boolean isSignedIn() {
        return account().isPresent();
    }

    /** @return the display name, or null */
    public String getName() {
        return account().map(AccountView::displayName).orElse(null);
    }

    /** @return the user name, or null */
    public String getUserName() {
        return account().map(AccountView::userName).orElse(null);
    }

    /** @return the account's id, or null */
    public String getId() {
        return account().map(a -> a.id().toString()).orElse(null);
    }

    /** @return the id of the sign-in by which this page was asked for, or null */
    UUID signInId() {
        return signedIn().map(SignedIn::id).orElse(null);
    }

    /** @return where the picture is, or null where nobody is signed in */
    public String getPhotoUrl() {
        return account().map(a -> PhotoAddress.of(request.getContextPath(), a.id(), a.photoTag())).orElse(null);
    }

    /** @return whether they have a picture of their own */
    public boolean isPhoto() {
        return account().map(AccountView::photoTag).isPresent();
    }

    /** @return whether Enter sends a message; where it does not, Ctrl+Enter does */
    public boolean isEnterSends() {
        return account().map(AccountView::enterSends).orElse(true);
    }

    /** @return whether they reach nothing before they have signed in with a passkey */
    public boolean isPasskeyRequired() {
        return signedIn().map(SignedIn::passkeyRequired).orElse(false);
    }

    /** @return whether the administration of agents is theirs */
    public boolean isSalesAdmin() {
        return has(Role.SALES_ADMIN);
    }

    /** @return whether the administration of the widget is theirs */
    public boolean isMarketingAdmin() {
        return has(Role.MARKETING_ADMIN);
    }

    /** @return whether they take live chats */
    public boolean isLiveAgent() {
        return has(Role.LIVE_AGENT);
    }

    /** @return whether pages make them reachable for chats: not before they have done what a sign-in still asks of them */
    public boolean isReachableHere() {
        return isLiveAgent() && !isPasskeyRequired() && account().filter(AccountView::mustChangePassword).isEmpty();
    }

    /** @return whether they can be met: whoever has a calendar here, with live chats or without */
    public boolean isMeetable() {
        return has(Role.LIVE_AGENT) || has(Role.CALENDAR_AGENT);
    }

    /** @return {@code en} or {@code ko}: the account's choice, else the browser's, else what it asks for */
    public String getLanguage() {
        return account().map(AccountView::locale)
            .or(() -> cookie(PreferencesServlet.LOCALE, PreferencesServlet.LOCALES))
            .orElseGet(() -> Locale.KOREAN.getLanguage().equals(request.getLocale().getLanguage()) ? "ko" : "en");
    }

    /** @return {@code auto}, {@code light} or {@code dark} */
    public String getTheme() {
        return cookie(PreferencesServlet.THEME, PreferencesServlet.THEMES).orElse("auto");
    }

    private boolean has(Role role) {
        return signedIn().map(one -> one.roles().contains(role.name())).orElse(false);
    }

    private Optional<AccountView> account() {
        return signedIn().map(SignedIn::account);
    }

    private Optional<SignedIn> signedIn() {
        return Optional.ofNullable((SignedIn) request.getAttribute(SignInAuthentication.SIGNED_IN));
    }

    private Optional<String> cookie(OwnCookie cookie, Set<String> allowed) {
        return cookie.read(request).filter(allowed::contains);
    }
}
