package org.agentinbox.it.routing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
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

/** Tests the page of requests: finding one, its story in words, and what would happen now. */
class RequestsBrowserIT {

    private final Installation installation = Installation.shared();
    private final RoutingSetup setup = new RoutingSetup(installation);
    private final String name = "Vera <b>" + UUID.randomUUID();

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @BeforeEach
    @AfterEach
    void reset() {
        People.nobodyIsAvailable(installation);
        setup.reset();
    }

    private Page requests(String query) {
        Page page = InboxWindow.signedIn(browsers.open(), installation, "mia").page();
        page.navigate(installation.address().resolve("admin/requests" + query).toString());
        assertThat(page.locator("main:not([inert])")).isVisible();
        return page;
    }

    private static Locator rows(Page page) {
        return page.locator("#requests tbody tr");
    }

    @Test
    void aRequestIsFoundAndItsStoryIsTold() {
        setup.entry("support").set("support", "routing = 'RULES'")
            .rule(1, "Korean", "[{\"subject\": \"LANGUAGE\", \"comparison\": \"IS\", \"value\": \"ko\"}]", setup.team("Korean", "chae"));
        SocketClient visitor = People.visitor(installation, name);
        visitor.send(SocketClient.act("chat.request").add("entry", "support")).await("chat.fallback");
        visitor.close();
        Page page = requests("");
        page.getByRole(AriaRole.SEARCHBOX).fill(name.substring(5));
        page.locator("#f-outcome").selectOption("MISSED");
        page.locator("#f-entry").selectOption("support");
        page.getByRole(AriaRole.SEARCHBOX).press("Enter");
        assertThat(rows(page)).hasCount(1);
        assertThat(rows(page)).containsText(name);
        assertThat(rows(page)).containsText("Nobody took it");
        rows(page).getByRole(AriaRole.BUTTON).press("Enter");
        Locator story = page.getByRole(AriaRole.DIALOG);
        assertThat(story).containsText("The visitor came in by the entry support (support), which asks custom rules.");
        assertThat(story).containsText("The rule Korean did not match");
        assertThat(story).containsText("does not hold: language is ko");
        assertThat(story).containsText("Ana Silva: unavailable");
        assertThat(story).containsText("Nobody took it: the visitor got the fallback text.");
        page.keyboard().press("Escape");
        assertEquals(true, page.evaluate("() => document.activeElement.closest('#requests tbody') !== null"), "the focus is back at once");
        assertThat(story).hasCount(0);
        page.locator("#f-outcome").selectOption("CONNECTED");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find").setExact(true)).press("Enter");
        assertThat(rows(page)).containsText("There are no such requests.");
    }

    @Test
    void whatWouldHappenNowIsTold() {
        Page page = requests("");
        page.locator(".foresight summary").press("Enter");
        page.locator("[id='preview:email']").fill("kim@gmail.com");
        page.locator("[id='preview:foresee']").press("Enter");
        assertThat(page.locator(".foresight")).containsText("Nobody could take it: the visitor would get the fallback.");
        assertThat(page.locator(".foresight")).containsText("Nothing that the visitor gave names a company of the account list.");
        SocketClient ana = People.inbox(installation, "ana");
        People.setAvailable(ana, true);
        page.locator("[id='preview:foresee']").press("Enter");
        assertThat(page.locator(".foresight")).containsText("It would be offered to Ana Silva.");
        People.setAvailable(ana, false);
        ana.close();
    }

    @Test
    void oddAddressesOfThePageShowTheList() {
        Page page = requests("?entry=%00&outcome=NO&day=9999999-99-99&agent=x&visitor=%00");
        assertThat(page.locator("#requests table")).isVisible();
        page.navigate(installation.address().resolve("admin/requests?day=0001-01-01&outcome=LEFT").toString());
        assertThat(page.locator("#requests table")).isVisible();
    }
}
