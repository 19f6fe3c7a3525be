package org.agentinbox.it.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;

/**
 * Tests that what stands beside the conversation is rendered again by the server when it has changed: once for a burst, only while it is in
 * view, and without touching what somebody types, chose or has the focus on.
 */
class DetailsBrowserIT {

    private static final Pattern DETAILS = Pattern.compile(".*/parts\\?.*");
    private static final String MARKUP = "<img src=x onerror=alert(1)>]]></update><b>";

    private final Installation installation = Installation.shared();
    @RegisterExtension
    private final Browsers browsers = new Browsers();
    /** Of requests for parts, which parts they asked for. */
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Chat chat;

    @BeforeEach
    void aChat() {
        People.nobodyIsAvailable(installation);
        chat = Chat.begin(installation, "ana");
        chat.visitorSays("How much is it for 200 seats?");
    }

    @AfterEach
    void close() {
        chat.close();
        People.nobodyIsAvailable(installation);
    }

    private InboxWindow open(BrowserContext context) {
        InboxWindow ana = InboxWindow.signedIn(context, installation, "ana");
        ana.page().onRequest(this::note);
        ana.page().navigate(installation.address() + "?c=" + chat.id());
        assertThat(ana.page().getByRole(AriaRole.SWITCH)).isEnabled();
        return ana;
    }

    private void note(Request request) {
        if (DETAILS.matcher(request.url()).matches()) {
            asked.add(request.url().replaceAll(".*render=", ""));
        }
    }

    private void visitorIs(String name) {
        chat.visitor().send(SocketClient.frame("identify").add("name", name)).await("identified");
    }

    private static Locator panel(InboxWindow window, String name) {
        return window.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Waits until the page has asked for what may have changed before its socket was open. */
    private InboxWindow settled(BrowserContext context) {
        InboxWindow ana = open(context);
        ana.page().waitForCondition(() -> !asked.isEmpty());
        visitorIs("Vera Settled");
        assertThat(ana.visitorInformation()).containsText("Vera Settled");
        asked.clear();
        return ana;
    }

    @Test
    void whatChangesIsShownAndAsksOnceForABurst() {
        InboxWindow ana = settled(browsers.open());
        for (int i = 1; i <= 8; i++) {
            visitorIs("Vera " + i + "th");
        }
        assertThat(ana.visitorInformation()).containsText("Vera 8th");
        assertTrue(asked.size() <= 3, "requests for one burst: " + asked);
        assertTrue(asked.stream().noneMatch(parts -> parts.contains("summary")), asked.toString());
    }

    @Test
    void whatSomebodyTypesAndTheFocusStay() {
        InboxWindow ana = settled(browsers.open());
        ana.message().pressSequentially("Half a sen");
        ana.message().press("ArrowLeft");
        visitorIs("Vera Typed");
        assertThat(ana.visitorInformation()).containsText("Vera Typed");
        assertThat(ana.message()).isFocused();
        ana.page().keyboard().type("X");
        assertThat(ana.message()).hasValue("Half a seXn");
        Locator row = panel(ana, "Activity history").getByRole(AriaRole.BUTTON).filter(
            new Locator.FilterOptions().setHasText("Engaged with an agent"));
        row.focus();
        row.evaluate("node => { window.focused = node; }");
        installation.query("INSERT INTO activity (id, visitor_id, type, at, detail) SELECT activity_id(now()), visitor_id, 'REACHED_GOAL', "
            + "now(), 'Goal' FROM conversation WHERE id = CAST(? AS uuid)", chat.id());
        visitorIs("Vera Focused");
        assertThat(panel(ana, "Activity history")).containsText("Goal");
        assertThat(row).isFocused();
        assertEquals(true, ana.page().evaluate("() => document.activeElement === window.focused"), "the row was made anew");
    }

    @Test
    void aDialogStaysOpen() {
        InboxWindow ana = settled(browsers.open());
        ana.button("End session").click();
        Locator question = ana.page().getByRole(AriaRole.ALERTDIALOG);
        assertThat(question).isVisible();
        visitorIs("Vera Behind");
        assertThat(ana.page().locator("#facts")).containsText("Vera Behind");
        assertThat(question).isVisible();
        ana.page().keyboard().press("Escape");
        assertThat(question).isHidden();
    }

    @Test
    void whatComesLateForAnotherConversationIsNotShown() {
        try (SocketClient olga = People.visitor(installation, "Olga Other")) {
            BrowserContext context = browsers.open();
            InboxWindow ana = settled(context).setAvailable(true);
            List<Route> late = new CopyOnWriteArrayList<>();
            context.route(DETAILS, late::add);
            visitorIs("Vera Late");
            ana.page().waitForCondition(() -> !late.isEmpty());
            context.unroute(DETAILS);
            People.request(olga);
            ana.accept();
            assertThat(ana.visitorInformation()).containsText("Olga Other");
            late.forEach(Route::resume);
            ana.rows().filter(new Locator.FilterOptions().setHasText("Vera Late")).click();
            assertThat(ana.visitorInformation()).containsText("Vera Late");
            assertThat(ana.visitorInformation()).not().containsText("Olga Other");
            olga.send(SocketClient.act("chat.end")).await("chat.ended");
        }
    }

    @Test
    void whatFailsSaysSoAndCanBeTriedAgain() {
        BrowserContext context = browsers.open();
        InboxWindow ana = settled(context);
        browsers.expect("parts|ERR_FAILED");
        context.route(DETAILS, Route::abort);
        visitorIs("Vera Again");
        Locator facts = ana.visitorInformation();
        assertThat(facts).containsText("The visitor’s information could not be loaded.");
        assertThat(facts).containsText("Vera Settled");
        context.unroute(DETAILS);
        facts.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try again")).click();
        assertThat(facts).containsText("Vera Again");
        assertThat(facts).not().containsText("could not be loaded");
    }

    @Test
    void whatIsFoldedIsNotAskedForUntilItIsUnfolded() {
        InboxWindow ana = settled(browsers.open());
        Locator title = ana.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Visitor information").setExact(true));
        title.click();
        assertThat(title).hasAttribute("aria-expanded", "false");
        visitorIs("Vera Folded");
        assertThat(ana.rows().first()).containsText("Vera Folded");
        chat.visitorSays("Do you have a price list for schools?");
        assertThat(panel(ana, "Conversation summary")).containsText("price list");
        assertTrue(asked.stream().noneMatch(parts -> parts.contains("facts")), asked.toString());
        title.click();
        assertThat(ana.visitorInformation()).containsText("Vera Folded");
    }

    @Test
    void markupStaysText() {
        InboxWindow ana = settled(browsers.open());
        visitorIs(MARKUP);
        assertThat(ana.visitorInformation()).containsText(MARKUP);
        assertThat(ana.page().locator("img[src=x]")).hasCount(0);
    }
}
