package org.agentinbox.it.routing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.RoutingSetup;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Tests that administrators read the story of a request beside its conversation, and on the page of missed requests. */
class StoryBrowserIT {

    private static final String TITLE = "Why it came here";

    private final Installation installation = Installation.shared();

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @BeforeEach
    @AfterEach
    void reset() {
        People.nobodyIsAvailable(installation);
        new RoutingSetup(installation).reset();
    }

    private Page inbox(String userName, String conversation) {
        Page page = InboxWindow.signedIn(browsers.open(), installation, userName).page();
        page.navigate(installation.address() + "?c=" + conversation);
        assertThat(page.getByRole(AriaRole.SWITCH)).isEnabled();
        return page;
    }

    private static Locator title(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(TITLE).setExact(true));
    }

    @Test
    void itStandsFoldedBesideTheConversationForAdministrators() {
        try (Chat chat = Chat.begin(installation, "ana")) {
            Page page = inbox("sam", chat.id());
            assertThat(title(page)).hasAttribute("aria-expanded", "false");
            assertThat(page.locator(".story li")).hasCount(0);
            title(page).press("Enter");
            assertThat(page.locator(".story")).containsText("Offered to Ana Silva, who accepted it");
            assertThat(page.locator(".story")).containsText("the visitor came in by Default (default)");
            page.reload();
            assertThat(title(page)).hasAttribute("aria-expanded", "true");
            assertThat(page.locator(".story")).containsText("Offered to Ana Silva, who accepted it");
            title(page).press("Enter");
            page.reload();
            assertThat(title(page)).hasAttribute("aria-expanded", "false");
            Page ana = inbox("ana", chat.id());
            assertThat(ana.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Activity history"))).isVisible();
            assertThat(title(ana)).hasCount(0);
            assertThat(ana.locator(".story-panel")).hasCount(0);
        }
    }

    @Test
    void itIsOneStepFromAMissedRequest() {
        String name = "Vera " + UUID.randomUUID();
        SocketClient visitor = People.visitor(installation, name);
        visitor.send(SocketClient.act("chat.request")).await("chat.fallback");
        visitor.close();
        Page page = InboxWindow.signedIn(browsers.open(), installation, "sam").page();
        page.navigate(installation.address().resolve("admin/missed").toString());
        assertThat(page.locator("main:not([inert])")).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Why.*" + name))).press("Enter");
        Locator story = page.getByRole(AriaRole.DIALOG);
        assertThat(story).containsText("Ana Silva: unavailable");
        assertThat(story).containsText("Nobody took it: the visitor got the fallback text.");
        page.keyboard().press("Escape");
        assertThat(story).hasCount(0);
    }
}
