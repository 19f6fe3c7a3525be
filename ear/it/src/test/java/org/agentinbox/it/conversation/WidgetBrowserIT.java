package org.agentinbox.it.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.CustomerSite;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.browser.WidgetWindow;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Tests the widget on customers' pages, and what visitors type into it. */
class WidgetBrowserIT {

    private static final int MOST_BYTES = 31 * 1024;
    private static final String NAME = "<img src=x onerror=alert(1)> & <b>Co</b>";
    private static final String TEXT = "<script>alert(2)</script><b>bold</b> &amp; \u202Eevil\u202C 👩‍👩‍👧";

    private final Installation installation = Installation.shared();

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @BeforeEach
    void nobodyElse() {
        People.nobodyIsAvailable(installation);
    }

    @Test
    void itWorksOnAStrictPageOfAnAllowedOrigin() {
        InboxWindow ana = InboxWindow.signedIn(browsers.open(), installation, "ana").setAvailable(true);
        try (CustomerSite site = new CustomerSite(installation, Installation.CUSTOMER_PORT)) {
            WidgetWindow vera = WidgetWindow.on(browsers.open(), site.address()).startChat("Vera Elsewhere", "From another site");
            ana.accept();
            ana.send("Welcome");
            assertThat(vera.messages()).hasCount(2);
            vera.page().reload();
            assertThat(vera.messages()).containsText(new String[]{"From another site", "Welcome"});
            vera.button("End chat").click();
            vera.page().getByRole(AriaRole.ALERTDIALOG).getByText("End chat", new Locator.GetByTextOptions().setExact(true)).click();
            vera.isReadOnly();
            assertThat(ana.log()).containsText("The visitor ended this chat");
        }
    }

    @Test
    void itSaysSoWhereTheOriginIsNotAllowed() {
        browsers.expect("WebSocket connection to|status of 403|blocked by CORS policy|ERR_FAILED");
        try (CustomerSite site = new CustomerSite(installation, 0)) {
            WidgetWindow vera = WidgetWindow.on(browsers.open(), site.address()).open();
            assertThat(vera.page().getByRole(AriaRole.DIALOG)).containsText("This site is not set up for the chat.");
            assertThat(vera.button("Start chat")).hasCount(0);
        }
    }

    @Test
    void markupIsShownAsItWasTyped() {
        InboxWindow ana = InboxWindow.signedIn(browsers.open(), installation, "ana").setAvailable(true);
        WidgetWindow mallory = WidgetWindow.on(browsers.open(), installation.address().resolve("demo/").toString()).startChat(NAME, TEXT);
        assertThat(ana.offer()).containsText(NAME);
        assertThat(ana.offer()).containsText(TEXT);
        ana.accept();
        ana.send(TEXT);
        assertThat(mallory.messages()).hasCount(2);
        assertThat(mallory.messages()).containsText(new String[]{TEXT, TEXT});
        assertThat(ana.messages()).hasCount(2);
        assertThat(ana.messages()).containsText(new String[]{TEXT, TEXT});
        assertThat(ana.visitorInformation()).containsText(NAME);
        assertThat(ana.rows().first()).containsText(NAME);
        for (Page page : new Page[]{ana.page(), mallory.page()}) {
            assertThat(page.locator("img[src=x], b, script:not([src]):has-text('alert')")).hasCount(0);
        }
        ana.endSession();
        mallory.isReadOnly();
    }

    @Test
    void theDemoShowsWhatItHearsAndTheCodeForIt() {
        InboxWindow ana = InboxWindow.signedIn(browsers.open(), installation, "ana").setAvailable(true);
        WidgetWindow vera = WidgetWindow.on(browsers.open(), installation.address().resolve("demo/").toString()).startChat("Vera Events",
            "Hello");
        ana.accept();
        ana.endSession();
        vera.isReadOnly();
        Locator events = vera.page().locator("#events li");
        assertThat(events).hasCount(5);
        assertThat(events)
            .containsText(new String[]{"live-chat-ended", "live-chat-initiated", "live-chat-requested", "email-given", "ready"});
        assertThat(events.first()).containsText("\"reason\":\"AGENT\"");
        assertThat(events.nth(1)).containsText("\"name\":\"Ana Silva\"");
        assertThat(events.nth(3)).containsText("{\"email\":\"vera.lind@acme.example\",\"verified\":false}");
        vera.page().locator("summary").click();
        assertEquals(People.get(installation, "demo/events.js", null).body(), vera.page().locator("#events-source").textContent());
    }

    @Test
    void itIsSmall() throws IOException {
        byte[] script = People.get(installation, "widget.js", null).body().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(script);
        }
        assertTrue(packed.size() <= MOST_BYTES, "gzipped " + packed.size());
        assertEquals(-1, People.get(installation, "widget.js", null).body().indexOf("__TEXTS__"));
    }
}
