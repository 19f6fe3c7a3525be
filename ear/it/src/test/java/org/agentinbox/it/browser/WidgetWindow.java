package org.agentinbox.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A web page with the widget, used as a visitor does. */
public final class WidgetWindow {

    private final Page page;

    private WidgetWindow(Page page) {
        this.page = page;
    }

    /** @return a newly opened page */
    public static WidgetWindow on(BrowserContext context, String address) {
        Page page = context.newPage();
        page.navigate(address);
        return new WidgetWindow(page);
    }

    public Page page() {
        return page;
    }

    public WidgetWindow open() {
        button("Chat with us").click();
        return this;
    }

    public WidgetWindow fill(String name, String email, String message) {
        textBox("Name").fill(name);
        textBox("Email").fill(email);
        textBox("Message").fill(message);
        return this;
    }

    /** Opens the widget, fills in the form and requests a chat. */
    public WidgetWindow startChat(String name, String message) {
        open().fill(name, "vera.lind@acme.example", message).button("Start chat").click();
        return this;
    }

    public WidgetWindow send(String text) {
        textBox("Message").fill(text);
        button("Send").click();
        return this;
    }

    public Locator log() {
        return page.getByRole(AriaRole.LOG, named("Messages"));
    }

    /** The messages of both sides, in order. */
    public Locator messages() {
        return log().getByRole(AriaRole.ARTICLE);
    }

    /** The delivery marks on the visitor's own messages. */
    public Locator marks(String state) {
        return log().getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName(state).setExact(true));
    }

    public Locator textBox(String name) {
        return page.getByRole(AriaRole.TEXTBOX, named(name));
    }

    public Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    public void isReadOnly() {
        assertThat(button("Start a new chat")).isVisible();
        assertThat(textBox("Message")).hasCount(0);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
