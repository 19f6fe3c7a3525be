package org.agentinbox.it.routing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.RoutingSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;

/** Tests the page of entries, by keyboard where it matters, and that the widget is told what was stored. */
class EntriesBrowserIT {

    private final Installation installation = Installation.shared();
    private final RoutingSetup setup = new RoutingSetup(installation);

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @BeforeEach
    @AfterEach
    void reset() {
        setup.reset();
    }

    private Page entries(String user) {
        Page page = InboxWindow.signedIn(browsers.open(), installation, user).page();
        page.navigate(installation.address().resolve("admin/entries").toString());
        assertThat(page.locator("main:not([inert])")).isVisible();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator field(Page page, String id) {
        return page.locator("[id='editor:" + id + "']");
    }

    @Test
    void anEntryIsMadeWithItsFormAndItsTexts() {
        setup.team("Support", "ben");
        Page mia = entries("sam");
        button(mia, "New entry").press("Enter");
        field(mia, "name").fill("Support");
        field(mia, "key").fill("support");
        field(mia, "routing").selectOption("TEAM");
        field(mia, "team").selectOption(new SelectOption().setLabel("Support"));
        field(mia, "queueMinutes").fill("5");
        field(mia, "booking").selectOption("AGENT");
        field(mia, "bookingAgent").selectOption(new SelectOption().setLabel("Cal Reyes"));
        assertThat(field(mia, "team")).hasValue(setup.idOfTeam("Support"));
        button(mia, "Remove: Field 1").press("Enter");
        assertThat(mia.locator(".entry-field")).hasCount(2);
        button(mia, "Add a field").press("Enter");
        field(mia, "field:2:kind").selectOption("CHOICE");
        field(mia, "field:2:labelEn").fill("Topic");
        field(mia, "field:2:choices").fill("Order | 주문\nRepair | 수리");
        button(mia, "Move up: Field 3").press("Enter");
        assertThat(field(mia, "field:1:kind")).hasValue("CHOICE");
        field(mia, "text:3:en").fill("Write to us.");
        field(mia, "accent").fill("#1A5FB4");
        field(mia, "save").press("Enter");
        assertThat(mia.getByText("Support has been saved.")).isVisible();
        assertThat(mia.locator("#entries")).containsText("The team Support, then all agents");
        assertThat(mia.locator("#entries")).containsText("Waits up to 5 minutes. A meeting with Cal Reyes.");
        String told = People.get(installation, "api/v1/entries/support?language=ko", null).body();
        assertTrue(told.contains("\"form\":[{\"kind\":\"EMAIL\",\"required\":true},{\"kind\":\"CHOICE\",\"required\":false,"
            + "\"label\":\"Topic\",\"choices\":[\"주문\",\"수리\"]},{\"kind\":\"MESSAGE\",\"required\":false}]"), told);
        assertTrue(told.contains("\"fallback\":\"Write to us.\"") && told.contains("\"accent\":\"#1a5fb4\""), told);
        button(mia, "Move up: Support").press("Enter");
        assertThat(mia.getByText("Support is at place 1 now.")).isVisible();
        assertEquals(List.of("support", "default"), installation.query("SELECT key FROM entry ORDER BY position"));
        button(mia, "Remove: Support").press("Enter");
        button(mia, "Yes, do it").press("Enter");
        assertThat(mia.getByText("Support has been removed.")).isVisible();
        assertEquals(List.of("default"), installation.query("SELECT key FROM entry"));
    }

    @Test
    void refusalsAreShownAndWhatWasTypedStays() {
        setup.entry("support");
        Page sam = entries("mia");
        button(sam, "New entry").press("Enter");
        field(sam, "name").fill("Again");
        field(sam, "key").fill("support");
        field(sam, "save").press("Enter");
        assertThat(sam.locator("#editor")).containsText("Another entry has this key.");
        field(sam, "key").fill("other");
        field(sam, "accent").fill("#ffffff");
        field(sam, "save").press("Enter");
        assertThat(sam.locator("#editor")).containsText("on which white text can be read");
        field(sam, "accent").fill("");
        field(sam, "privacyLink").fill("javascript:alert(1)");
        field(sam, "save").press("Enter");
        assertThat(sam.locator("#editor")).containsText("An address that begins with https://");
        assertThat(field(sam, "name")).hasValue("Again");
        assertEquals(List.of("2"), installation.query("SELECT count(*) FROM entry"));
    }

    @Test
    void onlyAdministratorsOpenIt() {
        for (String user : List.of("ana", "cal")) {
            assertEquals(403, People.get(installation, "admin/entries", People.cookie(installation, user)).statusCode());
            assertEquals(403, People.get(installation, "admin/requests", People.cookie(installation, user)).statusCode());
        }
        assertEquals(200, People.get(installation, "admin/entries", People.cookie(installation, "mia")).statusCode());
    }
}
