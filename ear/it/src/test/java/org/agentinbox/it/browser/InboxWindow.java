package org.agentinbox.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;

/** The inbox in a window, used as an agent does. */
public final class InboxWindow {

    private final Page page;

    public InboxWindow(Page page) {
        this.page = page;
    }

    /** @return the inbox of somebody with a new sign-in of their own */
    public static InboxWindow signedIn(BrowserContext context, Installation installation, String userName) {
        String[] cookie = People.newCookie(installation, userName).split("=", 2);
        context.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setDomain(installation.address().getHost())
            .setPath(installation.address().getPath()).setHttpOnly(true).setSameSite(SameSiteAttribute.LAX)));
        Page page = context.newPage();
        page.navigate(installation.address().toString());
        return new InboxWindow(page);
    }

    public void signIn(String userName, String password) {
        page.getByRole(AriaRole.TEXTBOX, named("User name")).fill(userName);
        page.getByRole(AriaRole.TEXTBOX, named("Password")).fill(password);
        button("Sign in").click();
    }

    public Page page() {
        return page;
    }

    public InboxWindow setAvailable(boolean available) {
        Locator toggle = page.getByRole(AriaRole.SWITCH, named("Available"));
        assertThat(toggle).isEnabled();
        if (toggle.isChecked() != available) {
            toggle.click();
        }
        // The text changes only with the server's answer, the switch changes at once.
        assertThat(page.getByText(Pattern.compile(available ? "^Available (until|\\()" : "^Unavailable (until|\\()"))).isVisible();
        assertThat(toggle).isChecked(new com.microsoft.playwright.assertions.LocatorAssertions.IsCheckedOptions().setChecked(available));
        return this;
    }

    public Locator offer() {
        return page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("New chat"));
    }

    /** Accepts the offer; on return the accepted chat is open. */
    public void accept() {
        String before = page.url();
        offer().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Accept").setExact(true)).click();
        // An earlier chat may have been open, whose message box is visible already; the address tells them apart.
        page.waitForURL(url -> url.contains("c=") && !url.equals(before));
        assertThat(message()).isVisible();
    }

    public Locator rows() {
        return page.getByRole(AriaRole.LIST, named("Conversations")).getByRole(AriaRole.BUTTON);
    }

    public Locator log() {
        return page.getByRole(AriaRole.LOG, named("Messages"));
    }

    public Locator messages() {
        return log().getByRole(AriaRole.ARTICLE);
    }

    public Locator message() {
        return page.getByRole(AriaRole.TEXTBOX, named("Message"));
    }

    public InboxWindow send(String text) {
        message().fill(text);
        button("Send").click();
        return this;
    }

    public void show(String scope) {
        page.getByRole(AriaRole.RADIO, named(scope)).check();
    }

    public Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    public Locator visitorInformation() {
        return page.getByRole(AriaRole.REGION, named("Visitor information"));
    }

    public void endSession() {
        visitorInformation().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("End session").setExact(true)).click();
        page.getByRole(AriaRole.DIALOG).or(page.getByRole(AriaRole.ALERTDIALOG))
            .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("End chat").setExact(true)).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
