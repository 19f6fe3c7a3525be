package org.agentinbox.it.routing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.RoutingSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;

/** Tests the page of teams, by keyboard. */
class TeamsBrowserIT {

    private final Installation installation = Installation.shared();
    private final RoutingSetup setup = new RoutingSetup(installation);

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @BeforeEach
    @AfterEach
    void reset() {
        setup.reset();
        installation.query("UPDATE agent SET takes_chats = true WHERE account_id = ?", setup.account("ben"));
    }

    @Test
    void teamsAreMadeAndChangedByKeyboard() {
        Page sam = teams("sam");
        button(sam, "New team").press("Enter");
        assertThat(field(sam, "Name")).isFocused();
        sam.keyboard().type("Korean");
        sam.keyboard().press("Tab");
        sam.keyboard().press("Tab");
        assertThat(member(sam, "Ben Okafor")).isFocused();
        sam.keyboard().press("Space");
        assertThat(lead(sam).locator("option")).hasText(new String[]{"Nobody", "Ben Okafor"});
        lead(sam).selectOption(new SelectOption().setLabel("Ben Okafor"));
        button(sam, "Save").press("Enter");
        assertThat(sam.getByText("The team Korean has been saved.")).isVisible();
        assertThat(button(sam, "New team")).isFocused();
        assertThat(row(sam, "Korean").getByRole(AriaRole.GRIDCELL).nth(2)).containsText("Ben Okafor");
        button(sam, "Edit: Korean").press("Enter");
        assertThat(field(sam, "Name")).isFocused();
        member(sam, "Chae Yoon-seo").press("Space");
        assertThat(lead(sam).locator("option")).hasCount(3);
        member(sam, "Ben Okafor").press("Space");
        // Whoever is no member cannot stay the lead.
        assertThat(lead(sam)).hasValue("");
        field(sam, "Name").press("Enter");
        assertThat(row(sam, "Korean").getByRole(AriaRole.GRIDCELL).nth(1)).hasText("Chae Yoon-seo");
        assertThat(row(sam, "Korean").getByRole(AriaRole.GRIDCELL).nth(2)).containsText("-");
        assertThat(button(sam, "Edit: Korean")).isFocused();
    }

    @Test
    void refusalsAreShownAtTheirField() {
        setup.team("Korean", "ben");
        Page sam = teams("sam");
        button(sam, "New team").press("Enter");
        button(sam, "Save").press("Enter");
        assertThat(dialog(sam)).containsText("Use 1 to 100 characters");
        assertThat(field(sam, "Name")).hasAttribute("aria-invalid", "true");
        field(sam, "Name").fill("KOREAN");
        field(sam, "Name").press("Enter");
        assertThat(dialog(sam)).containsText("There is a team with this name already.");
        sam.keyboard().press("Escape");
        assertThat(dialog(sam)).hasCount(0);
        assertThat(rows(sam)).hasCount(1);
    }

    @Test
    void whoSavesSecondIsToldAndKeepsWhatWasTyped() {
        setup.team("Korean", "ben");
        Page first = teams("sam");
        Page second = teams("sam");
        button(second, "Edit: Korean").press("Enter");
        field(second, "Name").fill("Korean and Japanese");
        button(first, "Edit: Korean").press("Enter");
        member(first, "Chae Yoon-seo").press("Space");
        button(first, "Save").press("Enter");
        assertThat(first.getByText("The team Korean has been saved.")).isVisible();
        button(second, "Save").press("Enter");
        assertThat(dialog(second)).containsText("Somebody else has changed this team meanwhile, so yours was not saved.");
        assertThat(field(second, "Name")).hasValue("Korean and Japanese");
        button(second, "Cancel").press("Enter");
        button(second, "Edit: Korean").press("Enter");
        assertThat(field(second, "Name")).hasValue("Korean");
        assertThat(member(second, "Chae Yoon-seo")).isChecked();
        field(second, "Name").fill("Korean and Japanese");
        button(second, "Save").press("Enter");
        assertThat(row(second, "Korean and Japanese").getByRole(AriaRole.GRIDCELL).nth(1)).hasText("Ben Okafor, Chae Yoon-seo");
    }

    @Test
    void aTeamOfNobodySaysSo() {
        setup.team("Nobody yet");
        setup.team("Support", "ben");
        Page sam = teams("sam");
        assertThat(row(sam, "Nobody yet")).containsText("The team has no members, so its chats go to all agents in turn.");
        assertThat(row(sam, "Support")).not().containsText("all agents");
        installation.query("UPDATE agent SET takes_chats = false WHERE account_id = ?", setup.account("ben"));
        sam.reload();
        assertThat(row(sam, "Support")).containsText("Ben Okafor (no live chats)");
        assertThat(row(sam, "Support")).containsText("None of its members takes live chats now");
    }

    @Test
    void aTeamThatIsNamedStaysAndWhatNamesItIsTold() {
        setup.rule(1, "Korean first", "[]", setup.team("Korean", "ben"));
        setup.entry("help").set("help", "routing = 'TEAM', team_id = ?", setup.team("Support", "chae"));
        setup.team("Others", "ben");
        Page sam = teams("sam");
        remove(sam, "Korean");
        assertThat(sam.getByText("The rule Korean first names this team.")).isVisible();
        remove(sam, "Support");
        assertThat(sam.getByText("The entry help names this team.")).isVisible();
        remove(sam, "Others");
        assertThat(sam.getByText("The team Others has been removed.")).isVisible();
        assertThat(rows(sam)).hasCount(2);
    }

    @Test
    void theNavigationLeadsEverybodyToTheirPages() {
        Page sam = teams("sam");
        assertThat(pages(sam))
            .hasText(new String[]{"Now", "Agents", "Teams", "Days off", "Entries", "Rules", "Accounts", "Outcomes and tags", "Requests",
                "Missed requests", "Topics", "Site", "Privacy", "Audit trail"});
        assertThat(pages(sam).and(sam.locator("[aria-current=page]"))).hasText(new String[]{"Teams"});
        pages(sam).nth(5).press("Enter");
        assertThat(sam.getByRole(AriaRole.HEADING, named("Rules"))).isVisible();
        Page mia = InboxWindow.signedIn(browsers.open(), installation, "mia").page();
        mia.getByRole(AriaRole.LINK, named("Administration")).click();
        assertThat(mia.getByRole(AriaRole.HEADING, named("Rules"))).isVisible();
        assertThat(pages(mia))
            .hasText(new String[]{"Entries", "Rules", "Accounts", "Outcomes and tags", "Requests", "Site", "Privacy", "Audit trail"});
        for (Page wide : List.of(sam, mia)) {
            wide.setViewportSize(1280, 800);
            assertEquals(true, wide.locator(".header-nav").evaluate("nav => nav.scrollWidth <= nav.clientWidth + 1"), "links are cut off");
        }
        for (int width : List.of(390, 1920)) {
            sam.setViewportSize(width, 900);
            assertEquals(true, sam.evaluate("document.documentElement.scrollWidth <= innerWidth"), "at " + width);
            for (Locator link : pages(sam).all()) {
                assertThat(link).isInViewport();
            }
        }
    }

    private Page teams(String userName) {
        Page page = InboxWindow.signedIn(browsers.open(), installation, userName).page();
        page.navigate(installation.address().resolve("admin/teams").toString());
        assertThat(page.locator("main:not([inert])")).isVisible();
        return page;
    }

    private static void remove(Page page, String team) {
        button(page, "Remove: " + team).press("Enter");
        button(page, "Yes, do it").press("Enter");
    }

    private static Locator pages(Page page) {
        return page.locator("main").getByRole(AriaRole.NAVIGATION).getByRole(AriaRole.LINK);
    }

    private static Locator rows(Page page) {
        return page.locator("tbody tr");
    }

    private static Locator row(Page page, String text) {
        return rows(page).filter(new Locator.FilterOptions().setHasText(text));
    }

    private static Locator dialog(Page page) {
        return page.getByRole(AriaRole.DIALOG);
    }

    private static Locator field(Page page, String name) {
        return page.getByRole(AriaRole.TEXTBOX, named(name));
    }

    private static Locator member(Page page, String name) {
        return page.getByRole(AriaRole.CHECKBOX, named(name));
    }

    private static Locator lead(Page page) {
        return page.getByRole(AriaRole.COMBOBOX, named("Lead"));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
