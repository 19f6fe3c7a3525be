package org.agentinbox.it.routing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Page;

import jakarta.json.JsonObject;

/** Tests that who lets two offers in a row lapse is switched to unavailable, and is back with one click. */
class AutoAwayIT {

    private static Installation installation;

    @RegisterExtension
    private final Browsers browsers = new Browsers();
    private SocketClient ana;

    @BeforeAll
    static void start() {
        installation = Installation.start("auto-away", Map.of("agentinbox.demo", "true", "agentinbox.agent.auto-away", "2"));
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @BeforeEach
    void anaIsThere() {
        People.nobodyIsAvailable(installation);
        ana = People.inbox(installation, "ana");
        People.setAvailable(ana, true);
    }

    @AfterEach
    void anaLeaves() {
        ana.close();
    }

    /** A visitor asks, and ana does not answer. */
    private void lapses() {
        try (SocketClient vera = People.visitor(installation, "Vera")) {
            String id = People.request(vera);
            ana.await("offer", frame -> frame.getString("conversationId").equals(id));
            People.offersLapse(installation);
            ana.await("offer.withdrawn", frame -> frame.getString("reason").equals("LAPSED"));
            vera.await("chat.fallback");
        }
    }

    private JsonObject away() {
        return ana.await("availability", frame -> frame.getString("source").equals("AUTO_AWAY"));
    }

    private boolean wasAway() {
        return ana.all("availability").stream().anyMatch(frame -> frame.getString("source").equals("AUTO_AWAY"));
    }

    @Test
    void twoInARowAndTheReturnCountsAnew() {
        lapses();
        lapses();
        JsonObject told = away();
        assertEquals(false, told.getBoolean("available"));
        People.setAvailable(ana, true);
        lapses();
        lapses();
        away();
    }

    @Test
    void anAnswerBetweenThemStartsAnew() {
        lapses();
        try (SocketClient vera = People.visitor(installation, "Vera")) {
            People.accept(ana, People.request(vera));
            vera.send(SocketClient.act("chat.end")).await("chat.ended");
        }
        lapses();
        assertTrue(!wasAway(), ana.all("availability").toString());
        lapses();
        away();
    }

    @Test
    void thePageSaysSoAndOneClickBringsThemBack() {
        Page page = InboxWindow.signedIn(browsers.open(), installation, "ana").page();
        lapses();
        lapses();
        assertThat(page.locator("#availability-words")).containsText("your last offers went unanswered");
        page.reload();
        assertThat(page.locator("#availability-words")).containsText("your last offers went unanswered");
        new InboxWindow(page).setAvailable(true);
        assertThat(page.locator("#availability-words")).containsText("Available");
    }
}
