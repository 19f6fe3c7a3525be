package org.agentinbox.it.notification;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.agentinbox.it.support.SocketClient.act;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.PushService;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Tests what an agent sees who looks elsewhere: the browser's notifications, and the tab's title and icon. */
class NotificationsBrowserIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Installation installation = Installation.shared();
    private final PushService.Browser pushes = PushService.shared().subscribe();

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    private Machine machine;

    @BeforeEach
    void nobodyElse() {
        installation.query("DELETE FROM push_subscription");
        People.nobodyIsAvailable(installation);
        machine = new Machine(installation, browsers.open());
    }

    @AfterEach
    void nobodyAtAll() {
        installation.query("DELETE FROM push_subscription");
        People.nobodyIsAvailable(installation);
    }

    private InboxWindow ana() {
        InboxWindow ana = InboxWindow.signedIn(machine.context(), installation, "ana");
        ana.setAvailable(true);
        return ana;
    }

    private SocketClient visitor(String name) {
        return People.visitor(installation, name);
    }

    private static Locator banner(InboxWindow ana) {
        return ana.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Browser notifications").setExact(true));
    }

    @Test
    void theBannerAsksAndOnceAllowedIsGone() {
        machine.allowWhenAsked();
        InboxWindow ana = ana();
        assertThat(banner(ana)).containsText("Never miss a chat.");
        ana.button("Enable notifications").click();
        assertThat(banner(ana)).isHidden();
        ana.page().reload();
        assertThat(ana.page().getByRole(AriaRole.SWITCH)).isEnabled();
        assertThat(banner(ana)).isHidden();
    }

    @Test
    void theBannerStaysAwayOnceDismissed() {
        InboxWindow ana = ana();
        ana.button("Not now").click();
        assertThat(banner(ana)).isHidden();
        ana.page().reload();
        assertThat(ana.page().getByRole(AriaRole.SWITCH)).isEnabled();
        assertThat(banner(ana)).isHidden();
    }

    @Test
    void blockedIsSaidWithWhatToDo() {
        InboxWindow ana = ana();
        machine.blockNotifications(ana.page());
        assertThat(banner(ana)).containsText("Your browser blocks notifications from this site.");
        assertThat(banner(ana)).containsText("set “Notifications” to “Allow”, and reload this page");
        assertThat(ana.button("Enable notifications")).hasCount(0);
    }

    @Test
    void whoLooksElsewhereIsNotifiedAndAClickLeadsThere() {
        machine.allowNotifications();
        InboxWindow ana = ana();
        machine.lookElsewhere(ana.page());
        try (SocketClient vera = visitor("Vera Elsewhere"); SocketClient ida = visitor("Ida Elsewhere")) {
            String id = People.request(vera);
            Machine.awaitShown(ana.page(), "offer | New chat: Vera Elsewhere | No message yet. Click to answer.");
            vera.send(act("message.send").add("text", "Anybody there?")).await("message.ack");
            Machine.awaitShown(ana.page(), "offer | New chat: Vera Elsewhere | Anybody there?");
            machine.click(ana.page(), "offer");
            assertThat(ana.offer().getByRole(AriaRole.BUTTON).first()).isVisible();
            assertThat(ana.page().locator(":focus")).hasText("Accept");
            ana.page().keyboard().press("Enter");
            vera.await("chat.connected");
            Machine.awaitShown(ana.page());
            People.request(ida);
            ana.offer().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Accept")).click();
            ida.await("chat.connected");
            vera.send(act("message.send").add("text", "Still there?")).await("message.ack");
            vera.send(act("message.send").add("text", "Hello?")).await("message.ack");
            Machine.awaitShown(ana.page(), "chat | Vera Elsewhere | Hello?");
            machine.click(ana.page(), "chat");
            assertThat(ana.page()).hasURL(Pattern.compile("[?&]c=" + id));
            machine.lookBack(ana.page());
            assertThat(ana.messages().last()).containsText("Hello?");
            Machine.awaitShown(ana.page());
            vera.send(act("chat.end")).await("chat.ended");
            ida.send(act("chat.end")).await("chat.ended");
        }
    }

    @Test
    void whoLooksAtTheInboxIsNotDisturbed() {
        machine.allowNotifications();
        InboxWindow ana = ana();
        try (SocketClient vera = visitor("Vera Seen")) {
            People.request(vera);
            assertThat(ana.offer()).containsText("Vera Seen");
            assertEquals(List.of(), Machine.shown(ana.page()));
            machine.deliver(ana.page(),
                jakarta.json.Json.createObjectBuilder().add("type", "message").add("conversationId", "1").add("seq", 1)
                    .add("name", "Vera").add("text", "x").add("locale", "en").build());
            // A test notification always shows, so once it does, the push before it has been handled.
            machine.deliver(ana.page(), jakarta.json.Json.createObjectBuilder().add("type", "test").add("locale", "ko").build());
            Machine.awaitShown(ana.page(), "test | 알림이 정상입니다 | 새 상담이 들어오면 이 기기에 이렇게 표시됩니다.");
            vera.send(act("chat.end")).await("chat.ended");
        }
    }

    @Test
    void aClosedPageIsReachedByPushAndAClickLeadsThroughSignInToTheOffer() {
        machine.subscribesAs(pushes).allowNotifications();
        InboxWindow ana = ana();
        Await.until("subscribed", PATIENCE,
            () -> installation.query("SELECT 1 FROM push_subscription WHERE endpoint = ?", pushes.endpoint()).size() == 1);
        // The demo site has the same origin, but is no page of the inbox.
        ana.page().navigate(installation.address().resolve("demo/").toString());
        Await.until("no page is open", PATIENCE,
            () -> installation.query("SELECT 1 FROM agent_connection WHERE seen_at > now() - interval '30 seconds'").isEmpty());
        machine.context().clearCookies();
        try (SocketClient vera = visitor("Vera Pushed")) {
            People.request(vera);
            PushService.Received push = pushes.await("offer", d -> true);
            machine.deliver(ana.page(), push.data());
            machine.deliver(ana.page(), push.data());
            Machine.awaitShown(ana.page(), "offer | New chat: Vera Pushed | No message yet. Click to answer.");
            String address = machine.click(ana.page(), "offer");
            assertEquals("/inbox/?offer=" + push.data().getString("offerId"), address);
            ana.page().navigate(installation.origin() + address);
            ana.signIn("ana", "demo");
            assertThat(ana.page().locator(":focus")).hasText("Accept");
            ana.page().keyboard().press("Enter");
            vera.await("chat.connected");
            assertThat(ana.page()).hasURL(Pattern.compile("/inbox/\\?c="));
            vera.send(act("chat.end")).await("chat.ended");
        }
    }

    @Test
    void titleAndIconCountWhatWaits() {
        InboxWindow ana = ana();
        assertThat(ana.page()).hasTitle("Inbox · Agent Inbox");
        try (SocketClient vera = visitor("Vera Counted"); SocketClient ida = visitor("Ida Counted")) {
            People.request(vera);
            awaitIcon(ana, "1");
            ana.accept();
            awaitIcon(ana, null);
            People.request(ida);
            ana.accept();
            assertThat(ana.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Ida Counted"))).isVisible();
            vera.send(act("message.send").add("text", "One")).await("message.ack");
            vera.send(act("message.send").add("text", "Two")).await("message.ack");
            assertThat(ana.page()).hasTitle("(2) Inbox · Agent Inbox");
            awaitIcon(ana, "2");
            ana.rows().filter(new Locator.FilterOptions().setHasText("Vera Counted")).click();
            assertThat(ana.page()).hasTitle("Inbox · Agent Inbox");
            awaitIcon(ana, null);
            vera.send(act("chat.end")).await("chat.ended");
            ida.send(act("chat.end")).await("chat.ended");
        }
    }

    private static void awaitIcon(InboxWindow ana, String count) {
        Pattern badge = Pattern.compile(">([^<>]+)</text></svg>$");
        Await.until("the icon says " + count, PATIENCE, () -> {
            String icon = URLDecoder.decode(ana.page().locator("link[rel=icon]").getAttribute("href"), StandardCharsets.UTF_8);
            var found = badge.matcher(icon);
            return count == null ? icon.endsWith("/favicon.svg") : found.find() && found.group(1).equals(count);
        });
    }
}
