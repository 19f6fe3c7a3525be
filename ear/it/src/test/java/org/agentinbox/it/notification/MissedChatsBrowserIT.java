package org.agentinbox.it.notification;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
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

/** Tests that the bell shows an agent their missed chats in every window, until they have looked at them. */
class MissedChatsBrowserIT {

    @RegisterExtension
    private final Browsers browsers = new Browsers();
    private final Installation installation = Installation.shared();

    @BeforeEach
    void nothingIsNew() {
        People.nobodyIsAvailable(installation);
        installation
            .query("INSERT INTO missed_seen SELECT account_id, now() FROM agent ON CONFLICT (agent_id) DO UPDATE SET seen_at = now()");
    }

    @AfterEach
    void nobodyStays() {
        People.nobodyIsAvailable(installation);
    }

    private static Locator bell(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator panel(Page page) {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Missed chats and mentions").setExact(true));
    }

    @Test
    void whatLapsedIsCountedShownAndSeen() {
        BrowserContext machine = browsers.open();
        InboxWindow ana = InboxWindow.signedIn(machine, installation, "ana");
        ana.setAvailable(true);
        Page second = machine.newPage();
        second.navigate(installation.address().toString());
        assertThat(bell(second, "Missed chats")).isVisible();
        try (SocketClient vera = People.visitor(installation, "<b>Vera</b> & Söhne")) {
            People.request(vera);
            vera.send(SocketClient.act("message.send").add("text", "Is \"anybody\" <there>?")).await("message.ack");
            assertThat(ana.offer()).isVisible();
            People.offersLapse(installation);
            assertThat(bell(ana.page(), "Missed chats, 1 new")).isVisible();
            assertThat(bell(second, "Missed chats, 1 new")).isVisible();
            assertThat(panel(ana.page())).isHidden();
            bell(ana.page(), "Missed chats, 1 new").click();
            Locator row = panel(ana.page()).getByRole(AriaRole.LISTITEM).first();
            assertThat(row).containsText("<b>Vera</b> & Söhne");
            assertThat(row).containsText("Is \"anybody\" <there>?");
            assertThat(row).containsText("Nobody took this chat.");
            assertThat(row.getByText("New", new Locator.GetByTextOptions().setExact(true))).isVisible();
            assertThat(row.getByRole(AriaRole.LINK)).hasAttribute("href", Pattern.compile("mailto:visitor-.*@customer.example"));
            assertThat(bell(ana.page(), "Missed chats")).isVisible();
            assertThat(bell(second, "Missed chats")).isVisible();
            ana.page().keyboard().press("Escape");
            assertThat(panel(ana.page())).isHidden();
            assertThat(bell(ana.page(), "Missed chats")).isFocused();
            ana.page().reload();
            assertThat(bell(ana.page(), "Missed chats")).isVisible();
            assertThat(ana.page().getByRole(AriaRole.SWITCH)).isEnabled();
            assertThat(bell(ana.page(), "Missed chats")).isVisible();
            bell(ana.page(), "Missed chats").click();
            assertThat(panel(ana.page()).getByRole(AriaRole.LISTITEM).first()).containsText("<b>Vera</b> & Söhne");
            assertThat(panel(ana.page()).getByText("New", new Locator.GetByTextOptions().setExact(true))).hasCount(0);
        }
    }
}
