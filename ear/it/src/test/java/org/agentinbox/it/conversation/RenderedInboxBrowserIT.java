package org.agentinbox.it.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
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
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Tests that the first response already shows the inbox correctly without scripts and sockets, and that later updates fit into it. */
class RenderedInboxBrowserIT {

    private static final String MARKUP = "<img src=x onerror=alert(1)></script><script>alert(2)</script> \"'&amp;{{1}} #{1+1}";
    /** Records what the page showed before its scripts ran. */
    private static final String REMEMBER = """
        document.addEventListener('readystatechange', () => {
          window.rendered ??= [...document.querySelectorAll('#list > li, #log > article')];
        });""";
    private static final String ALL_KEPT = "window.rendered.length > 0 && window.rendered.every((node) => node.isConnected)";

    private final Installation installation = Installation.shared();

    @RegisterExtension
    private final Browsers browsers = new Browsers();
    private Chat chat;

    @BeforeEach
    void aChat() {
        People.nobodyIsAvailable(installation);
        chat = Chat.begin(installation, "ana");
        chat.visitorSays("How much is it for 200 seats?");
        chat.agentSays("See https://www.customer.example/prices.");
    }

    @AfterEach
    void close() {
        chat.close();
        People.nobodyIsAvailable(installation);
    }

    private InboxWindow open(BrowserContext context, String query) {
        InboxWindow ana = InboxWindow.signedIn(context, installation, "ana");
        ana.page().navigate(installation.address() + query);
        return ana;
    }

    private BrowserContext withoutScript() {
        return browsers.open(options -> options.setJavaScriptEnabled(false));
    }

    @Test
    void withoutAnyScriptTheInboxIsThere() {
        try (SocketClient other = People.visitor(installation, "Olga Offered")) {
            People.request(other);
            InboxWindow ana = open(withoutScript(), "?c=" + chat.id());
            assertThat(ana.rows().filter(new Locator.FilterOptions().setHasText("Vera"))).isVisible();
            assertThat(ana.messages()).hasText(new Pattern[]{Pattern.compile("200 seats"), Pattern.compile("customer\\.example/prices")});
            assertThat(ana.visitorInformation()).containsText("@customer.example");
            assertThat(ana.page().getByRole(AriaRole.REGION, named("Activity history"))).containsText("Engaged with an agent");
            assertThat(ana.page().getByRole(AriaRole.REGION, named("Conversation summary"))).containsText(
                Pattern.compile("Nothing to sum up yet|What the visitor wants"));
            assertThat(ana.page().getByText(Pattern.compile("^Available (until|\\()"))).isVisible();
            assertThat(ana.offer()).containsText("Olga Offered");
            other.send(SocketClient.act("chat.end")).await("chat.ended");
        }
    }

    @Test
    void withoutAnyScriptAnotherConversationOpens() {
        InboxWindow ana = open(withoutScript(), "");
        assertThat(ana.page().getByText("Choose one from the list to read and answer it.")).isVisible();
        ana.rows().first().click();
        assertThat(ana.page()).hasURL(Pattern.compile("[?&]c="));
        assertThat(ana.messages().first()).isVisible();
        assertThat(ana.rows().first()).hasAttribute("aria-current", "true");
    }

    @Test
    void withoutASocketItShowsAndSaysTheTruth() {
        BrowserContext context = browsers.open();
        context.routeWebSocket(Pattern.compile(".*/ws/agent"), socket -> socket.close());
        InboxWindow ana = open(context, "?c=" + chat.id());
        assertThat(ana.messages()).hasCount(2);
        assertThat(ana.visitorInformation()).containsText("@customer.example");
        assertThat(ana.page().getByText(Pattern.compile("^Connection lost\\."))).isVisible();
        assertThat(ana.page().getByRole(AriaRole.SWITCH)).isDisabled();
        ana.message().fill("Kept until it can be sent");
        assertThat(ana.messages()).hasCount(2);
    }

    @Test
    void theScriptGoesOnWithWhatIsThere() {
        BrowserContext context = browsers.open();
        context.addInitScript(REMEMBER);
        InboxWindow ana = open(context, "?c=" + chat.id());
        assertThat(ana.page().getByRole(AriaRole.SWITCH)).isEnabled();
        assertThat(ana.messages()).hasCount(2);
        // Addresses become links. A message that was rendered and also comes over the socket shows once.
        assertThat(ana.messages().last().getByRole(AriaRole.LINK)).hasAttribute("href", "https://www.customer.example/prices");
        chat.visitorSays("Per year?");
        assertThat(ana.messages()).hasCount(3);
        ana.send("Per year.");
        assertThat(ana.messages()).hasCount(4);
        assertEquals(true, ana.page().evaluate(ALL_KEPT), "what was rendered was thrown away");
    }

    /** Past conversations are paged by when they ended: what is stored after the end, like a cancelled meeting, must not move a row. */
    @Test
    void pastConversationsKeepTheirOrder() {
        try (Chat first = Chat.begin(installation, "ana"); Chat second = Chat.begin(installation, "ana")) {
            first.end();
            second.end();
            installation.query("INSERT INTO message (conversation_id, seq, kind, author_kind, text, at) SELECT id, 99, 'SYSTEM', 'SYSTEM', "
                + "'The meeting was cancelled.', now() + interval '1 minute' FROM conversation WHERE id = ?::uuid", first.id());
            InboxWindow ana = open(browsers.open(), "");
            ana.show("All");
            List<String> expected = List.of(second.id(), first.id(), chat.id());
            for (int i = 0; i < expected.size(); i++) {
                assertThat(ana.page().locator("#list > li button[name=c]").nth(i)).hasAttribute("value", expected.get(i));
            }
        }
    }

    @Test
    void visitorActivityAndSummaryAreInViewAtOnce() {
        InboxWindow ana = open(browsers.open(options -> options.setViewportSize(1440, 900)), "?c=" + chat.id());
        assertThat(ana.page().getByRole(AriaRole.SWITCH)).isEnabled();
        for (String panel : List.of("Visitor information", "Activity history", "Conversation summary")) {
            assertThat(ana.page().getByRole(AriaRole.HEADING, named(panel))).isInViewport();
        }
        assertThat(ana.page().getByText("Local time")).isInViewport();
        assertThat(ana.page().getByText("Engaged with an agent")).isInViewport();
        for (int height : List.of(900, 720, 640)) {
            ana.page().setViewportSize(1280, height);
            assertEquals(true, ana.page().evaluate("() => document.querySelector('.pane-scroll').getBoundingClientRect().bottom"
                + " <= document.getElementById('summary').getBoundingClientRect().top"), () -> "the summary covers others at " + height);
        }
    }

    @Test
    void aFoldedPanelStaysFolded() {
        BrowserContext context = browsers.open();
        InboxWindow ana = open(context, "?c=" + chat.id());
        assertThat(ana.page().getByRole(AriaRole.SWITCH)).isEnabled();
        Locator facts = ana.page().getByRole(AriaRole.BUTTON, named("Visitor information"));
        assertThat(facts).hasAttribute("aria-expanded", "true");
        facts.click();
        assertThat(facts).hasAttribute("aria-expanded", "false");
        assertThat(ana.page().getByText("Job title")).isHidden();
        context.route("**/*.js*", Route::abort);
        browsers.expect("ERR_FAILED|reading 'cw'");
        ana.page().reload();
        assertThat(ana.page().getByRole(AriaRole.HEADING, named("Visitor information"))).isVisible();
        assertThat(ana.page().getByText("Job title")).isHidden();
        assertThat(facts).hasAttribute("aria-expanded", "false");
    }

    /** A proxy or a browser extension may block the scripts. */
    @Test
    void withoutTheComponentsScriptsChatsGoOn() {
        BrowserContext context = browsers.open();
        context.route("**/jakarta.faces.resource/**", Route::abort);
        browsers.expect("ERR_FAILED|reading 'cw'");
        InboxWindow ana = open(context, "?c=" + chat.id());
        assertThat(ana.page().getByRole(AriaRole.SWITCH)).isEnabled();
        ana.send("Per year.");
        assertThat(ana.messages().last()).containsText("Per year.");
        ana.button("End session").click();
        assertThat(ana.page().getByText("A part of this page is missing. Load it again.")).isVisible();
    }

    @Test
    void aMessageBetweenThePageAndItsSocketIsShownOnce() {
        BrowserContext context = browsers.open();
        // A slow machine may open a second socket.
        AtomicBoolean said = new AtomicBoolean();
        context.routeWebSocket(Pattern.compile(".*/ws/agent"), socket -> {
            if (said.compareAndSet(false, true)) {
                chat.visitorSays("In between");
            }
            socket.connectToServer();
        });
        InboxWindow ana = open(context, "?c=" + chat.id());
        assertThat(ana.page().getByRole(AriaRole.SWITCH)).isEnabled();
        assertThat(ana.messages().filter(new Locator.FilterOptions().setHasText("In between"))).hasCount(1);
    }

    @Test
    void whatPeopleTypeIsTextInEveryPlace() {
        installation.query("UPDATE visitor SET name = ?, job_title = ?, company = ? WHERE id = (SELECT visitor_id FROM conversation "
            + "WHERE id = ?::uuid)", MARKUP, MARKUP, MARKUP, chat.id());
        chat.visitorSays(MARKUP);
        chat.visitorSays("x".repeat(10_000));
        for (BrowserContext context : List.of(withoutScript(), browsers.open())) {
            InboxWindow ana = open(context, "?c=" + chat.id());
            assertThat(ana.messages().nth(2)).containsText(MARKUP);
            assertThat(ana.messages().nth(3)).containsText("x".repeat(10_000));
            assertThat(ana.visitorInformation()).containsText(MARKUP);
            assertThat(ana.rows().first()).containsText(MARKUP.substring(0, 20));
            assertThat(ana.page().locator("img[src=x]")).hasCount(0);
        }
    }

    @Test
    void aConversationThatIsNotTheirsShowsNothing() {
        InboxWindow ana = open(withoutScript(), "?c=" + UUID.randomUUID());
        assertThat(ana.messages()).hasCount(0);
        assertThat(ana.visitorInformation()).isHidden();
        InboxWindow ben = InboxWindow.signedIn(withoutScript(), installation, "ben");
        ben.page().navigate(installation.address() + "?c=" + chat.id());
        assertThat(ben.messages()).hasCount(0);
        assertThat(ben.page().getByText("200 seats")).hasCount(0);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
