package org.agentinbox.it.notification;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.PushService;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;

/** Tests the inbox's sounds and the settings of sounds and notifications. */
class SoundBrowserIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String BLOCKED = "Your browser blocks sounds until you click on the page.";
    /** Counts the tones that can be heard, which are those of a running audio context. */
    private static final String LISTEN = "window.tones = 0; const start = OscillatorNode.prototype.start;"
        + "OscillatorNode.prototype.start = function (...at) { if (this.context.state === 'running') window.tones++; return "
        + "start.apply(this, at); };";

    private final Installation installation = Installation.shared();

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    private BrowserContext context;

    @BeforeEach
    void anaIsSignedIn() {
        forget();
        context = browsers.open();
        context.addInitScript(LISTEN);
        String[] cookie = People.cookie(installation, "ana").split("=", 2);
        context.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(installation.address().toString())));
    }

    @AfterEach
    void forget() {
        installation.query("DELETE FROM push_subscription");
        installation.query("DELETE FROM notification_preference");
        People.nobodyIsAvailable(installation);
    }

    private Page open(String path) {
        Page page = context.newPage();
        page.navigate(installation.address().resolve(path).toString());
        return page;
    }

    private static int tones(Page page) {
        return ((Number) page.evaluate("window.tones")).intValue();
    }

    private static Locator role(Page page, AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void anOfferIsHeardAfterOneClickAndBeforeThatThePageSaysSo() {
        try (SocketClient elsewhere = People.inbox(installation, "ana"); SocketClient vera = People.visitor(installation, "Vera Loud")) {
            Page page = open("");
            assertThat(role(page, AriaRole.SWITCH, "Available")).isEnabled();
            assertThat(page.getByText(BLOCKED)).isHidden();
            People.setAvailable(elsewhere, true);
            assertThat(page.getByText(BLOCKED)).isVisible();
            People.request(vera);
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Vera Loud");
            assertEquals(0, tones(page));
            page.getByText("Nothing to answer right now").click();
            Await.until("what was ringing unheard is heard at once", PATIENCE, () -> tones(page) > 0);
            assertThat(page.getByText(BLOCKED)).isHidden();
            int before = tones(page);
            Await.until("it rings again", PATIENCE, () -> tones(page) > before);
            page.getByRole(AriaRole.ALERT).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Decline")).click();
        }
    }

    @Test
    void theSoundIsAMatterOfTasteAndKept() {
        Page page = open("settings");
        assertThat(role(page, AriaRole.RADIO, "Chime")).isChecked();
        for (String sound : List.of("Bell", "Knock", "Marimba")) {
            int before = tones(page);
            role(page, AriaRole.RADIO, sound).check();
            Await.until(sound + " is heard", PATIENCE, () -> tones(page) > before);
        }
        role(page, AriaRole.SLIDER, "Volume").fill("35");
        int before = tones(page);
        role(page, AriaRole.BUTTON, "Play the sound").click();
        Await.until("the sound is heard", PATIENCE, () -> tones(page) > before);
        Await.until("the choice is kept", PATIENCE,
            () -> installation.query("SELECT sound || ' ' || volume FROM notification_preference").equals(List.of("marimba 35")));
        page.reload();
        assertThat(role(page, AriaRole.RADIO, "Marimba")).isChecked();
        assertThat(role(page, AriaRole.SLIDER, "Volume")).hasValue("35");
        role(page, AriaRole.RADIO, "None").check();
        assertThat(page.locator("#sound-status")).hasText("Saved");
        int silent = tones(page);
        role(page, AriaRole.BUTTON, "Play the sound").click();
        assertEquals(silent, tones(page));
    }

    /** The answer to the first choice may come after the answer to the second. */
    @Test
    void theLastChoiceStaysHoweverLongTheFirstIsOnItsWay() {
        List<Route> held = new ArrayList<>();
        List<String> sent = new ArrayList<>();
        Page page = open("settings");
        assertThat(role(page, AriaRole.RADIO, "Chime")).isChecked();
        page.route("**/api/v1/notification-preference", route -> {
            sent.add(route.request().postData());
            if (held.isEmpty()) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        role(page, AriaRole.RADIO, "Bell").check();
        page.waitForCondition(() -> sent.size() == 1);
        int before = tones(page);
        role(page, AriaRole.RADIO, "Knock").check();
        Await.until("Knock is heard", PATIENCE, () -> tones(page) > before);
        assertEquals(1, sent.size(), "the second choice waits for the first: " + sent);
        held.get(0).resume();
        page.waitForCondition(() -> sent.size() == 2);
        assertThat(page.locator("#sound-status")).hasText("Saved");
        Await.until("the last choice is kept", PATIENCE,
            () -> installation.query("SELECT sound FROM notification_preference").equals(List.of("knock")));
        page.reload();
        assertThat(role(page, AriaRole.RADIO, "Knock")).isChecked();
    }

    @Test
    void aTestGoesTheWholeWayAndADeviceCanBeRemoved() {
        PushService.Browser pushes = PushService.shared().subscribe();
        Machine machine = new Machine(installation, context).allowWhenAsked().subscribesAs(pushes);
        Page page = open("settings");
        assertThat(page.getByText("Your browser will ask whether this site may notify you.")).isVisible();
        assertThat(role(page, AriaRole.LIST, "Your devices")).containsText("No device yet.");
        role(page, AriaRole.BUTTON, "Enable notifications").click();
        assertThat(page.getByText("On for this device.")).isVisible();
        assertThat(role(page, AriaRole.LIST, "Your devices")).containsText("Chrome, Linux");
        assertThat(role(page, AriaRole.LIST, "Your devices")).containsText("this device");
        role(page, AriaRole.BUTTON, "Send me a test notification").click();
        assertThat(page.getByText("Sent. It should show up within a few seconds.")).isVisible();
        machine.deliver(page, pushes.await("test", d -> true).data());
        assertThat(page.getByText("It has arrived.")).isVisible();
        Machine.awaitShown(page, "test | Notifications work | This is how a new chat will be announced on this device.");
        role(page, AriaRole.BUTTON, "Remove Chrome, Linux").click();
        assertThat(role(page, AriaRole.LIST, "Your devices")).containsText("No device yet.");
        assertThat(page.getByText("Off for this device.")).isVisible();
        assertEquals(List.of(), installation.query("SELECT id FROM push_subscription"));
        page.reload();
        assertThat(page.getByText("New chats and messages are only shown in the inbox itself.")).isVisible();
    }

    @Test
    void blockedAndWithoutAPushServiceAreSaidInWords() {
        Machine machine = new Machine(installation, context).allowNotifications();
        Page page = open("settings");
        assertThat(page.getByText("Your browser’s push service cannot be reached")).isVisible();
        role(page, AriaRole.BUTTON, "Send me a test notification").click();
        Machine.awaitShown(page, "test | Notifications work | This is how a new chat will be announced on this device.");
        machine.blockNotifications(page);
        assertThat(page.getByText("Blocked by your browser.")).isVisible();
        assertThat(page.getByText("click the icon to the left of the address")).isVisible();
        assertThat(role(page, AriaRole.BUTTON, "Send me a test notification")).isHidden();
    }
}
