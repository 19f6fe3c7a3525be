package org.agentinbox.it.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.regex.Pattern;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InterruptedSocket;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.browser.WidgetWindow;
import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** Tests a chat in two real browsers, from the first click to the transcript, with a server that is killed in between. */
class LiveChatBrowserIT {

    private static final String COUNT_TONES = "window.tones = 0; const start = OscillatorNode.prototype.start;"
        + "OscillatorNode.prototype.start = function (...at) { window.tones++; return start.apply(this, at); };";
    private static final String SERVER_IS_AWAY = "WebSocket connection to|net::ERR_|status of (404|503)";
    private static final String ASKED_MEANWHILE = "Are you still there?";
    private static final String ANSWERED_MEANWHILE = "I am, wait a second.";
    private static final Duration START = Duration.ofMinutes(3);
    private Installation installation;

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @BeforeEach
    void nobodyElse() {
        installation = Installation.killed();
    }

    @Test
    void visitorAndAgentTalkThroughReloadsAndRestart() throws IOException {
        InboxWindow ana = ana();
        ana.setAvailable(true);
        WidgetWindow vera = visitor().startChat("Vera Lind", "How much is it for 200 seats?");
        theOfferRingsAndCountsDown(ana);
        ana.accept();
        assertThat(vera.page().getByRole(AriaRole.HEADING).getByText("Ana Silva")).isVisible();
        assertThat(ana.visitorInformation()).containsText(Pattern.compile("Vera Lind.*vera\\.lind@acme\\.example", Pattern.DOTALL));
        bothSidesSeeTypingAndReading(ana, vera);
        ana.page().reload();
        vera.page().reload();
        bothSee(ana, vera, "How much is it for 200 seats?", "Happy to help.", "Per year, please.");
        theServerIsKilledAndComesBack(ana, vera);
        ana.endSession();
        vera.isReadOnly();
        assertThat(vera.log()).containsText("Ana Silva has ended the chat.");
        assertThat(ana.log()).containsText("You ended this chat");
        assertThat(ana.message()).hasCount(0);
        assertThat(ana.visitorInformation().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("End session"))).hasCount(0);
        theTranscriptHasItAll(ana);
    }

    @Test
    void aNightPassesAndNothingTypedIsLost() {
        InboxWindow ana = ana();
        InterruptedSocket line = new InterruptedSocket(ana.page(), "**/ws/agent");
        ana.page().reload();
        ana.setAvailable(true);
        WidgetWindow vera = visitor().startChat("Vera Night", "Good evening");
        ana.accept();
        ana.send("Good evening to you");
        assertThat(ana.messages()).hasCount(2);
        browsers.expect(SERVER_IS_AWAY + "|status of 401");
        line.cut();
        ana.send("Written before the night").message().fill("Half a sent");
        assertThat(ana.messages().last()).containsText("Waiting to be stored");
        theSignInExpires();
        line.mend();
        assertThat(ana.page()).hasURL(Pattern.compile("/inbox/signin\\?return="));
        ana.signIn("ana", "demo");
        assertThat(ana.message()).hasValue("Half a sent");
        bothSee(ana, vera, "Good evening", "Good evening to you", "Written before the night");
        ana.send("Half a sentence, finished");
        bothSee(ana, vera, "Good evening", "Good evening to you", "Written before the night", "Half a sentence, finished");
    }

    private InboxWindow ana() {
        BrowserContext machine = browsers.open();
        machine.addInitScript(COUNT_TONES);
        return InboxWindow.signedIn(machine, installation, "ana");
    }

    private WidgetWindow visitor() {
        return WidgetWindow.on(browsers.open(), installation.address().resolve("demo/").toString());
    }

    /** Browsers allow sound only after a click, which was the one on the switch. */
    private static void theOfferRingsAndCountsDown(InboxWindow ana) {
        assertThat(ana.offer()).containsText("Vera Lind");
        assertThat(ana.offer()).containsText("How much is it for 200 seats?");
        Locator timer = ana.offer().getByRole(AriaRole.TIMER);
        assertThat(timer).hasText(Pattern.compile("(100|9\\d) s"));
        String before = timer.innerText();
        assertThat(timer).not().hasText(before);
        assertTrue(seconds(timer.innerText()) < seconds(before), "counts down");
        Await.until("a tone", Duration.ofSeconds(10), () -> ((Number) ana.page().evaluate("window.tones")).intValue() > 0);
        assertThat(ana.page()).hasTitle(Pattern.compile("New chat: Vera Lind"));
    }

    private static int seconds(String text) {
        return Integer.parseInt(text.replaceAll("\\D", ""));
    }

    private static void bothSidesSeeTypingAndReading(InboxWindow ana, WidgetWindow vera) {
        ana.message().pressSequentially("Happy");
        assertThat(vera.page().getByText("Ana Silva is typing…")).isVisible();
        ana.send("Happy to help.");
        assertThat(vera.messages()).hasCount(2);
        assertThat(vera.page().getByText("Ana Silva is typing…")).hasCount(0);
        vera.textBox("Message").pressSequentially("Per year");
        assertThat(ana.page().getByText("typing…")).isVisible();
        vera.send("Per year, please.");
        assertThat(ana.messages()).hasCount(3);
        assertThat(ana.messages().nth(1).getByText("Read", new Locator.GetByTextOptions().setExact(true))).hasCount(1);
        assertThat(vera.marks("Read")).hasCount(2);
    }

    private void theServerIsKilledAndComesBack(InboxWindow ana, WidgetWindow vera) {
        browsers.expect(SERVER_IS_AWAY);
        installation.server().kill();
        vera.send(ASKED_MEANWHILE);
        ana.send(ANSWERED_MEANWHILE);
        assertThat(vera.marks("Sending…")).hasCount(1);
        assertThat(ana.messages().last()).containsText("Waiting to be stored");
        assertThat(ana.page().getByText("Connection lost.")).isVisible();
        restart();
        assertThat(vera.marks("Sending…")).hasCount(0);
        assertThat(ana.messages()).hasCount(5);
        assertThat(vera.messages()).hasCount(5);
        assertThat(ana.page().getByText("Connection lost.")).isHidden();
        vera.send("There you are.");
        // Either of the two may come first, but both sides must see the same order.
        boolean askedFirst = ana.messages().nth(3).innerText().contains(ASKED_MEANWHILE);
        bothSee(ana, vera, "How much is it for 200 seats?", "Happy to help.", "Per year, please.",
            askedFirst ? ASKED_MEANWHILE : ANSWERED_MEANWHILE, askedFirst ? ANSWERED_MEANWHILE : ASKED_MEANWHILE, "There you are.");
    }

    private static void bothSee(InboxWindow ana, WidgetWindow vera, String... texts) {
        assertThat(ana.messages()).containsText(texts);
        assertThat(ana.messages()).hasCount(texts.length);
        assertThat(vera.messages()).containsText(texts);
        assertThat(vera.messages()).hasCount(texts.length);
    }

    private static void theTranscriptHasItAll(InboxWindow ana) throws IOException {
        Download download = ana.page().waitForDownload(() -> ana.button("Download transcript").click());
        assertTrue(download.suggestedFilename().endsWith(".txt"), download.suggestedFilename());
        String text = Files.readString(download.path(), StandardCharsets.UTF_8);
        for (String said : new String[]{
            "Vera Lind: How much is it for 200 seats?", "Ana Silva: Happy to help.", "Vera Lind: Are you still there?",
            "Ana Silva: I am, wait a second.", "Vera Lind: There you are."}) {
            assertEquals(2, text.split(Pattern.quote(said), -1).length, said + " once in\n" + text);
        }
    }

    private void restart() {
        installation.server().start();
        installation.server().awaitReady(START);
    }

    /** The newest sign-in of ana is this test's; older ones belong to other tests. */
    private void theSignInExpires() {
        installation
            .query("UPDATE sign_in SET expires_at = now() - interval '1 second' WHERE created_at = (SELECT max(created_at) FROM sign_in)");
    }
}
