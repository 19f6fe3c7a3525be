package org.agentinbox.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.agentinbox.it.support.SocketClient.act;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Tests that an agent is reachable on every page, is told there what happens, and loses nothing by going from one page to another. */
class EveryPageBrowserIT {

    private static final List<String> PAGES = List.of("settings", "answers", "meetings", "profile", "password", "");

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Installation installation = Installation.shared();

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @BeforeEach
    @AfterEach
    void nobody() {
        People.nobodyIsAvailable(installation);
    }

    private InboxWindow available(BrowserContext context, String path) {
        InboxWindow ana = InboxWindow.signedIn(context, installation, "ana").setAvailable(true);
        go(ana.page(), path);
        return ana;
    }

    private void go(Page page, String path) {
        page.navigate(installation.address().resolve(path).toString());
    }

    private static Locator notice(Page page) {
        return page.locator(".toast-notice");
    }

    @Test
    void aChatIsAcceptedOnAnotherPageAndOpensInTheInbox() {
        InboxWindow ana = available(browsers.open(), "settings");
        try (SocketClient vera = People.visitor(installation, "Vera Settings")) {
            String id = People.request(vera);
            assertThat(ana.offer()).containsText("Vera Settings");
            assertThat(ana.page()).hasTitle(Pattern.compile("Vera Settings"));
            ana.accept();
            vera.await("chat.connected");
            assertThat(ana.page()).hasURL(Pattern.compile("[?&]c=" + id));
            vera.send(act("chat.end")).await("chat.ended");
        }
    }

    @Test
    void theSwitchWorksOnEachPage() {
        InboxWindow ana = available(browsers.open(), "");
        boolean available = true;
        for (String path : PAGES) {
            go(ana.page(), path);
            available = !available;
            ana.setAvailable(available);
        }
    }

    @Test
    void whatIsTypedStaysWhenAChatIsAccepted() {
        InboxWindow ana = available(browsers.open(), "password");
        Locator current = ana.page().locator("main input[type=password]").first();
        current.fill("half typed");
        try (SocketClient vera = People.visitor(installation, "Vera Later")) {
            String id = People.request(vera);
            ana.offer().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Accept").setExact(true)).click();
            vera.await("chat.connected");
            assertThat(notice(ana.page())).containsText("Vera Later");
            assertThat(current).hasValue("half typed");
            Page inbox = ana.page().waitForPopup(() -> notice(ana.page()).getByRole(AriaRole.LINK).click());
            assertThat(inbox).hasURL(Pattern.compile("[?&]c=" + id));
            assertThat(current).hasValue("half typed");
            vera.send(act("chat.end")).await("chat.ended");
        }
    }

    @Test
    void aMessageOfARunningChatIsANoticeThatLeadsThere() {
        BrowserContext context = browsers.open();
        try (Chat chat = Chat.begin(installation, "ana")) {
            InboxWindow ana = InboxWindow.signedIn(context, installation, "ana");
            go(ana.page(), "settings");
            assertThat(ana.page().getByRole(AriaRole.SWITCH)).isEnabled();
            chat.visitorSays("Is there a discount for <b>schools</b>?");
            assertThat(notice(ana.page())).containsText("Is there a discount for <b>schools</b>?");
            assertThat(ana.page()).hasTitle(Pattern.compile("^\\(1\\) "));
            chat.visitorSays("And for universities?");
            assertThat(notice(ana.page())).hasCount(1);
            assertThat(notice(ana.page())).containsText("universities");
            notice(ana.page()).getByRole(AriaRole.LINK).click();
            assertThat(ana.messages()).hasCount(2);
            assertThat(ana.page()).hasTitle(Pattern.compile("^Inbox"));
        }
    }

    @Test
    void anOfferAnsweredInOneTabIsGoneFromAll() {
        BrowserContext context = browsers.open();
        InboxWindow inbox = available(context, "");
        Page settings = context.newPage();
        go(settings, "settings");
        try (SocketClient vera = People.visitor(installation, "Vera Both")) {
            People.request(vera);
            assertThat(new InboxWindow(settings).offer()).isVisible();
            inbox.accept();
            assertThat(new InboxWindow(settings).offer()).hasCount(0);
            assertThat(notice(settings)).hasCount(0);
            vera.send(act("chat.end")).await("chat.ended");
        }
    }

    /** Of two tabs of one browser one rings. Each counts the tones that it would play. */
    @Test
    void oneTabOfABrowserRings() {
        BrowserContext context = browsers.open();
        context.addInitScript("""
            window.tones = 0;
            Object.defineProperty(AudioContext.prototype, 'state', { get: () => 'running' });
            AudioContext.prototype.createOscillator = new Proxy(AudioContext.prototype.createOscillator, {
              apply(target, self, args) { window.tones++; return Reflect.apply(target, self, args); },
            });""");
        InboxWindow inbox = available(context, "");
        Page settings = context.newPage();
        go(settings, "settings");
        assertThat(new InboxWindow(settings).page().getByRole(AriaRole.SWITCH)).isEnabled();
        try (SocketClient vera = People.visitor(installation, "Vera Rings")) {
            People.request(vera);
            assertThat(new InboxWindow(settings).offer()).isVisible();
            assertThat(inbox.offer()).isVisible();
            Await.until("one rings", SOON, () -> tones(settings) + tones(inbox.page()) > 0);
            assertEquals(0, Math.min(tones(settings), tones(inbox.page())), "both tabs ring");
            // Who rang is closed: the other one goes on.
            Page ringing = tones(settings) > 0 ? settings : inbox.page();
            Page other = ringing == settings ? inbox.page() : settings;
            ringing.close();
            Await.until("the other one rings", SOON, () -> tones(other) > 0);
            vera.send(act("chat.end")).await("chat.ended");
        }
    }

    private static int tones(Page page) {
        return (int) page.evaluate("window.tones");
    }

    /** Visitors ask at the very moment at which their only agent goes to another page. */
    @Test
    void goingFromPageToPageMissesNoChat() {
        InboxWindow ana = available(browsers.open(), "");
        for (String path : PAGES) {
            try (SocketClient vera = People.visitor(installation, "Vera " + path)) {
                ana.page().evaluate("address => { location.assign(address); }", installation.address().resolve(path).toString());
                vera.send(act("chat.request")).await("chat.requested");
                assertThat(ana.offer()).containsText("Vera " + path);
                assertTrue(vera.all("chat.fallback").isEmpty(), "nobody was there while the agent went to " + path);
                vera.send(act("chat.end")).await("chat.ended");
                assertThat(ana.offer()).hasCount(0);
            }
        }
    }
}
