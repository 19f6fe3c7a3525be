package org.agentinbox.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;

import org.agentinbox.it.Installation;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The inbox in a window, as an agent uses it. */
final class InboxWindow {

    private final Page page;

    InboxWindow(Page page) {
        this.page = page;
    }

    /** @return the inbox of a demo agent who has just signed in */
    static InboxWindow signedIn(BrowserContext context, Installation installation, String userName) {
        Page page = context.newPage();
        page.navigate(installation.address().toString());
        InboxWindow window = new InboxWindow(page);
        window.signIn(userName, "demo");
        return window;
    }

    void signIn(String userName, String password) {
        page.getByRole(AriaRole.TEXTBOX, named("User name")).fill(userName);
        page.getByRole(AriaRole.TEXTBOX, named("Password")).fill(password);
        button("Sign in").click();
    }

    Page page() {
        return page;
    }

    InboxWindow setAvailable(boolean available) {
        Locator toggle = page.getByRole(AriaRole.SWITCH, named("Available"));
        assertThat(toggle).isEnabled();
        if (toggle.isChecked() != available) {
            toggle.click();
        }
        // Not only the knob: the words come with the server's answer.
        assertThat(page.getByText(Pattern.compile(available ? "^Available (until|\\()" : "^Unavailable (until|\\()"))).isVisible();
        assertThat(toggle).isChecked(new com.microsoft.playwright.assertions.LocatorAssertions.IsCheckedOptions().setChecked(available));
        return this;
    }

    Locator offer() {
        return page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("New chat"));
    }

    void accept() {
        offer().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Accept").setExact(true)).click();
        assertThat(message()).isVisible();
    }

    Locator rows() {
        return page.getByRole(AriaRole.LIST, named("Conversations")).getByRole(AriaRole.BUTTON);
    }

    Locator log() {
        return page.getByRole(AriaRole.LOG, named("Messages"));
    }

    Locator messages() {
        return log().getByRole(AriaRole.ARTICLE);
    }

    Locator message() {
        return page.getByRole(AriaRole.TEXTBOX, named("Message"));
    }

    InboxWindow send(String text) {
        message().fill(text);
        button("Send").click();
        return this;
    }

    void show(String scope) {
        page.getByRole(AriaRole.RADIO, named(scope)).check();
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    Locator visitorInformation() {
        return page.getByRole(AriaRole.REGION, named("Visitor information"));
    }

    void endSession() {
        visitorInformation().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("End session").setExact(true)).click();
        page.getByRole(AriaRole.DIALOG).or(page.getByRole(AriaRole.ALERTDIALOG))
            .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("End chat").setExact(true)).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
