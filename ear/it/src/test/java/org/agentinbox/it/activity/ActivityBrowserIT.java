package org.agentinbox.it.activity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.agentinbox.it.support.SocketClient.act;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Tests that the agent sees a returning visitor's earlier activity, which updates while they look, and can read the transcripts. */
class ActivityBrowserIT {

    private static final String TRIGGERED = "Conversation triggered";
    private static final String ENGAGED = "Engaged with an agent";
    private static final String MISSED = "Live chat missed";

    @RegisterExtension
    private final Browsers browsers = new Browsers();
    private final Installation installation = Installation.shared();

    @BeforeEach
    @AfterEach
    void nobodyIsThere() {
        People.nobodyIsAvailable(installation);
    }

    private static Locator history(Page page) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Activity history").setExact(true));
    }

    private static Locator activities(Page page) {
        return history(page).getByRole(AriaRole.LISTITEM);
    }

    private static Locator transcript(Page page) {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Chat transcript").setExact(true));
    }

    private static String[] inOrder(String... types) {
        return types;
    }

    @Test
    void aReturningVisitorsHistoryGrowsAndOpensTranscripts() {
        try (Chat past = Chat.begin(installation, "ana")) {
            past.visitorSays("Is \"this\" <b>kept</b>?");
            past.agentSays("Every word.");
            past.end();
            InboxWindow ana = InboxWindow.signedIn(browsers.open(), installation, "ana").setAvailable(true);
            Page page = ana.page();
            String second = People.request(past.visitor());
            ana.accept();
            assertThat(activities(page)).containsText(inOrder(ENGAGED, TRIGGERED, ENGAGED, TRIGGERED));
            assertThat(activities(page).first()).containsText("Ana Silva");
            theTranscriptOpensAndFocusComesBack(page);
            activities(page).nth(2).getByRole(AriaRole.BUTTON).click();
            transcript(page).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Open conversation")).click();
            assertThat(transcript(page)).isHidden();
            assertThat(ana.log()).containsText("Every word.");
            assertThat(activities(page)).hasCount(4);
            past.visitor().send(act("chat.end").add("conversationId", second)).await("chat.ended",
                f -> f.getString("conversationId").equals(second));
            String third = People.request(past.visitor());
            assertThat(activities(page)).containsText(inOrder(TRIGGERED, ENGAGED, TRIGGERED, ENGAGED, TRIGGERED));
            past.visitor().send(act("chat.end").add("conversationId", third)).await("chat.ended",
                f -> f.getString("conversationId").equals(third));
            assertThat(activities(page)).containsText(inOrder(MISSED, TRIGGERED, ENGAGED, TRIGGERED, ENGAGED, TRIGGERED));
            assertThat(activities(page).first().getByRole(AriaRole.BUTTON)).hasCount(0);
        }
    }

    private static void theTranscriptOpensAndFocusComesBack(Page page) {
        Locator row = activities(page).nth(2).getByRole(AriaRole.BUTTON);
        row.press("Enter");
        assertThat(transcript(page)).containsText("Is \"this\" <b>kept</b>?");
        assertThat(transcript(page)).containsText("Every word.");
        page.keyboard().press("Escape");
        assertThat(transcript(page)).isHidden();
        assertThat(row).isFocused();
    }

    @Test
    void longHistoriesComeInPagesAndStayWhileTheyGrow() {
        try (Chat chat = Chat.begin(installation, "ana")) {
            installation.query(
                "INSERT INTO activity (id, visitor_id, type, at, detail) SELECT activity_id(now()), c.visitor_id, 'REACHED_GOAL', "
                    + "now() - n * interval '1 day', 'Goal ' || n FROM conversation c, generate_series(1, 120) n WHERE c.id = CAST(? AS "
                    + "uuid)",
                chat.id());
            Page page = InboxWindow.signedIn(browsers.open(), installation, "ana").page();
            page.navigate(installation.address() + "?c=" + chat.id());
            assertThat(activities(page)).hasCount(20);
            Locator more = history(page).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Show more"));
            more.focus();
            more.press("Enter");
            assertThat(activities(page)).hasCount(40);
            assertThat(more).isFocused();
            chat.end();
            String next = People.request(chat.visitor());
            assertThat(activities(page)).hasCount(41);
            assertThat(activities(page).first()).containsText(TRIGGERED);
            for (int shown : new int[]{61, 81}) {
                more.click();
                assertThat(activities(page)).hasCount(shown);
            }
            more.focus();
            more.press("Enter");
            assertThat(activities(page).last()).containsText("Goal 89");
            assertThat(activities(page)).hasCount(92);
            assertThat(more).isHidden();
            chat.visitor().send(act("chat.end").add("conversationId", next)).await("chat.ended",
                f -> f.getString("conversationId").equals(next));
            assertThat(activities(page)).hasCount(93);
            assertThat(activities(page).last()).containsText("Goal 89");
        }
    }

    @Test
    void whereThereIsNothingItSaysSoAndWhatFailsCanBeTriedAgain() {
        try (Chat chat = Chat.begin(installation, "ana")) {
            installation.query("UPDATE activity SET at = at - interval '91 days' WHERE conversation_id = CAST(? AS uuid)", chat.id());
            Page page = InboxWindow.signedIn(browsers.open(), installation, "ana").page();
            browsers.expect("parts|ERR_FAILED");
            page.route("**/parts?*", route -> route.abort());
            page.navigate(installation.address() + "?c=" + chat.id());
            assertThat(history(page)).containsText("The history could not be loaded.");
            page.unroute("**/parts?*");
            history(page).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try again")).click();
            assertThat(history(page)).containsText("Nothing in the past 90 days.");
            // The one button left folds the panel.
            assertThat(history(page).getByRole(AriaRole.BUTTON)).hasCount(1);
        }
    }
}
