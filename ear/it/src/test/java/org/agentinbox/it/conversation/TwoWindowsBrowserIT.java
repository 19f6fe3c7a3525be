package org.agentinbox.it.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.browser.WidgetWindow;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Tests an agent with two windows, offers that nobody accepts, and signing out in another window. */
class TwoWindowsBrowserIT {

    private final Installation installation = Installation.shared();

    @RegisterExtension
    private final Browsers browsers = new Browsers();
    private InboxWindow first;
    private InboxWindow second;

    @BeforeEach
    void anaHasTwoWindows() {
        People.nobodyIsAvailable(installation);
        BrowserContext machine = browsers.open();
        first = InboxWindow.signedIn(machine, installation, "ana");
        first.setAvailable(true);
        Page page = machine.newPage();
        page.navigate(installation.address().toString());
        second = new InboxWindow(page);
    }

    @Test
    void bothWindowsStayInStep() {
        second.setAvailable(true);
        WidgetWindow vera = visitor().startChat("Vera Two", "Is anybody there?");
        assertThat(second.offer()).containsText("Vera Two");
        first.accept();
        assertThat(second.offer()).hasCount(0);
        second.rows().filter(withText("Vera Two")).click();
        first.send("From the first window");
        second.send("From the second window");
        vera.send("Heard both");
        for (var log : new Locator[]{first.messages(), second.messages(), vera.messages()}) {
            assertThat(log).hasCount(4);
            assertThat(log)
                .containsText(new String[]{"Is anybody there?", "From the first window", "From the second window", "Heard both"});
        }
        second.endSession();
        assertThat(first.message()).hasCount(0);
        assertThat(first.button("Download transcript")).isVisible();
        second.setAvailable(false);
        assertThat(first.page().getByText(Pattern.compile("^Unavailable \\("))).isVisible();
    }

    @Test
    void readingAndDraftsAreInStepAndNobodyElses() {
        WidgetWindow vera = visitor().startChat("Vera Draft", "Hello");
        first.accept();
        first.page().bringToFront();
        assertThat(second.rows().first()).containsText("Vera Draft");
        assertThat(second.rows().first().getByText("1 unread message")).hasCount(0);
        second.rows().first().click();
        type(first, "Half a sent");
        assertThat(second.message()).hasValue("Half a sent");
        type(second, "Half a sentence");
        assertThat(first.message()).hasValue("Half a sentence");
        first.page().reload();
        assertThat(first.message()).hasValue("Half a sentence");
        first.button("Send").click();
        assertThat(second.message()).hasValue("");
        assertThat(vera.messages().last()).containsText("Half a sentence");
        first.message().fill("For Vera only");
        first.page().reload();
        assertThat(first.message()).hasValue("For Vera only");
        browsers.expect("status of 401|WebSocket connection to");
        first.button("Account: Ana Silva").click();
        first.button("Sign out").click();
        assertThat(first.page()).hasURL(Pattern.compile("/inbox/signin"));
        first.signIn("ben", "demo");
        assertThat(first.page().getByRole(AriaRole.SWITCH)).isEnabled();
        assertFalse((boolean) first.page().evaluate("JSON.stringify(localStorage).includes('For Vera only')"), "Ana's draft is gone");
        vera.button("End chat").click();
        vera.page().getByRole(AriaRole.ALERTDIALOG).getByText("End chat", new Locator.GetByTextOptions().setExact(true)).click();
        vera.isReadOnly();
    }

    @Test
    void aDeclinedOfferBecomesTheFallback() {
        AtomicBoolean toldAgain = new AtomicBoolean();
        InboxWindow third = whereOffersAreToldAgainTooLate(toldAgain);
        WidgetWindow vera = visitor().startChat("Vera Declined", "Anybody?");
        assertThat(third.offer()).containsText("Vera Declined");
        first.offer().getByRole(AriaRole.BUTTON).filter(withText("Decline")).click();
        third.page().waitForCondition(toldAgain::get);
        theFallbackIsShown(vera);
        assertThat(third.offer()).hasCount(0);
    }

    /**
     * Frames sent by two of the server's threads may come in another order. Here the offer with the visitor's first words comes after it
     * was withdrawn.
     */
    private InboxWindow whereOffersAreToldAgainTooLate(AtomicBoolean toldAgain) {
        Page page = first.page().context().newPage();
        page.routeWebSocket(Pattern.compile("/ws/agent"), socket -> {
            AtomicReference<String> offer = new AtomicReference<>();
            socket.connectToServer().onMessage(frame -> {
                socket.send(frame.text());
                if (frame.text().startsWith("{\"type\":\"offer\"")) {
                    offer.set(frame.text());
                } else if (frame.text().startsWith("{\"type\":\"offer.withdrawn\"")) {
                    socket.send(offer.get());
                    toldAgain.set(true);
                }
            });
        });
        page.navigate(installation.address().toString());
        assertThat(page.getByRole(AriaRole.SWITCH)).isEnabled();
        return new InboxWindow(page);
    }

    @Test
    void anOfferThatLapsesBecomesTheFallback() {
        WidgetWindow vera = visitor().startChat("Vera Lapsed", "Anybody?");
        assertThat(first.offer()).containsText("Vera Lapsed");
        theFallbackIsShown(vera);
    }

    @Test
    void signingOutElsewhereKeepsWhatWasTyped() {
        WidgetWindow vera = visitor().startChat("Vera Out", "Hello");
        first.accept();
        first.send("Hello Vera");
        assertThat(vera.messages()).hasCount(2);
        browsers.expect("status of 401|WebSocket connection to");
        second.button("Account: Ana Silva").click();
        second.button("Sign out").click();
        assertThat(second.page()).hasURL(Pattern.compile("/inbox/signin"));
        assertThat(first.page().getByText("You were signed out.")).isVisible();
        first.send("Written while signed out").message().fill("And half a");
        assertThat(first.page()).hasURL(Pattern.compile("/inbox/signin\\?return="));
        first.signIn("ana", "demo");
        assertThat(first.message()).hasValue("And half a");
        assertThat(vera.messages()).hasCount(3);
        assertThat(vera.messages().last()).containsText("Written while signed out");
        assertThat(first.messages()).hasCount(3);
        first.endSession();
        vera.isReadOnly();
    }

    /** Types and leaves the message box, because in tests all windows believe that they have the focus. */
    private static void type(InboxWindow window, String text) {
        window.message().fill(text);
        window.page().keyboard().press("Escape");
    }

    private WidgetWindow visitor() {
        return WidgetWindow.on(browsers.open(), installation.address().resolve("demo/").toString());
    }

    private void theFallbackIsShown(WidgetWindow vera) {
        assertThat(vera.log()).containsText("Nobody can chat right now.");
        vera.isReadOnly();
        assertThat(first.offer()).hasCount(0);
    }

    private static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
