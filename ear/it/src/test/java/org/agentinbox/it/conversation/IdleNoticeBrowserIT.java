package org.agentinbox.it.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.browser.WidgetWindow;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;

/** Tests that after nine silent minutes both sides see that the chat ends in a minute, until somebody writes or it has ended. */
class IdleNoticeBrowserIT {

    private static final Pattern COUNTDOWN = Pattern.compile("This chat ends in \\d+ seconds? unless someone writes\\.");

    private final Installation installation = Installation.shared();

    @RegisterExtension
    private final Browsers browsers = new Browsers();
    private InboxWindow ana;
    private WidgetWindow vera;
    private UUID chat;

    @BeforeEach
    void theyTalk() {
        People.nobodyIsAvailable(installation);
        ana = InboxWindow.signedIn(browsers.open(), installation, "ana").setAvailable(true);
        vera = WidgetWindow.on(browsers.open(), installation.address().resolve("demo/").toString()).startChat("Vera Idle", "Hello");
        ana.accept();
        ana.send("Hello Vera");
        assertThat(vera.messages()).hasCount(2);
        chat = UUID
            .fromString(installation.query("SELECT id FROM conversation WHERE state = 'ACTIVE' ORDER BY requested_at DESC LIMIT 1").get(0));
    }

    @Test
    void bothAreToldAndAWordKeepsItOpen() {
        passes("9 minutes 10 seconds");
        List.of(inbox(), widget()).forEach(notice -> assertThat(notice).hasText(COUNTDOWN));
        String before = inbox().innerText();
        assertThat(inbox()).not().hasText(before);
        assertThat(ana.page().locator("#idle-said")).hasText(before);
        assertThat(ana.rows().first()).containsText("Ends soon");
        vera.button("Close").click();
        assertThat(vera.page().getByText("The chat ends soon unless someone writes.")).hasCount(1);
        vera.open();
        ana.page().reload();
        vera.page().reload();
        List.of(inbox(), widget()).forEach(notice -> assertThat(notice).hasText(COUNTDOWN));
        vera.send("Still here");
        List.of(inbox(), widget()).forEach(notice -> assertThat(notice).isHidden());
        assertThat(ana.rows().first()).not().containsText("Ends soon");
        passes("9 minutes 10 seconds");
        List.of(inbox(), widget()).forEach(notice -> assertThat(notice).isVisible());
        ana.send("So am I");
        List.of(inbox(), widget()).forEach(notice -> assertThat(notice).isHidden());
        ana.endSession();
        vera.isReadOnly();
    }

    @Test
    void itEndsWhenNobodyDoes() {
        passes("9 minutes 57 seconds");
        List.of(inbox(), widget()).forEach(notice -> assertThat(notice).isVisible());
        vera.isReadOnly();
        assertThat(vera.log()).containsText("The chat has ended because nobody wrote for a while.");
        assertThat(ana.log()).containsText("This chat ended because nobody wrote for a while");
        List.of(inbox(), widget()).forEach(notice -> assertThat(notice).isHidden());
    }

    private Locator inbox() {
        return ana.page().locator("#idle");
    }

    private Locator widget() {
        return vera.page().locator("agent-inbox-widget .idle");
    }

    /** Moves all messages of the chat into the past. */
    private void passes(String time) {
        installation.query("UPDATE conversation SET accepted_at = now() - ?::interval WHERE id = ?", time, chat);
        installation.query("UPDATE message SET at = now() - ?::interval WHERE conversation_id = ?", time, chat);
        installation.query("UPDATE deadline SET due_at = now() WHERE subject = ?", chat);
    }
}
