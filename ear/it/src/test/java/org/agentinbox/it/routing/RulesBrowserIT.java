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

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.SelectOption;

/** Tests the page of custom rules: by keyboard, and the order by dragging too. */
class RulesBrowserIT {

    private static final String KOREAN = "[{\"subject\": \"LANGUAGE\", \"comparison\": \"IS\", \"value\": \"ko\"}]";
    private static final String ENGLISH = KOREAN.replace("ko", "en");
    private static final String BOTH = KOREAN.replace("]", "") + ", " + ENGLISH.replace("[", "");

    private final Installation installation = Installation.shared();
    private final RoutingSetup setup = new RoutingSetup(installation);

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @BeforeEach
    @AfterEach
    void reset() {
        setup.reset();
    }

    @Test
    void aMarketingAdminMakesARuleByKeyboard() {
        setup.team("Korean", "ben");
        Page mia = rules("mia");
        button(mia, "New rule").press("Enter");
        assertThat(field(mia, "Name")).isFocused();
        mia.keyboard().type("Korean prices");
        condition(mia, 1).getByLabel("Value").fill("/pricing");
        button(mia, "Add a condition").press("Enter");
        assertThat(choice(condition(mia, 2), "What it looks at")).isFocused();
        choose(condition(mia, 2), "What it looks at", "Time of day");
        assertThat(choice(condition(mia, 2), "How it compares").locator("option")).hasText(new String[]{"is between"});
        assertThat(choice(condition(mia, 2), "What it looks at")).isFocused();
        condition(mia, 2).getByLabel("From").fill("22:00");
        condition(mia, 2).getByLabel("Until").fill("06:30");
        button(mia, "Add a condition").press("Enter");
        choose(condition(mia, 3), "What it looks at", "Known visitor");
        choose(condition(mia, 3), "Value", "no");
        button(mia, "Add a condition").press("Enter");
        choose(condition(mia, 4), "What it looks at", "Verified attribute");
        condition(mia, 4).getByLabel("Name of the attribute").fill("plan");
        choose(condition(mia, 4), "How it compares", "is missing");
        assertThat(condition(mia, 4).getByLabel("Value")).hasCount(0);
        button(mia, "Add a condition").press("Enter");
        assertThat(condition(mia, 5)).isVisible();
        button(mia, "Remove condition 5").press("Enter");
        assertThat(button(mia, "Remove condition 4")).isFocused();
        choice(dialog(mia), "Team").selectOption(new SelectOption().setLabel("Korean"));
        // Enter in a field saves, and does not press the first button, which removes a condition.
        field(mia, "Name").press("Enter");
        assertThat(row(mia, 1)).containsText("Korean prices");
        assertThat(row(mia, 1)).containsText("When all hold: page contains /pricing · time of day is 22:00–06:30 · visitor is new · "
            + "attribute plan is missing → team Korean");
        assertThat(button(mia, "New rule")).isFocused();
        assertThat(mia.locator(".row-problem")).hasCount(0);
    }

    @Test
    void aRuleIsChangedTurnedOffAndRemoved() {
        setup.rule(1, "Korean", KOREAN, setup.team("Korean", "ben"));
        Page sam = rules("sam");
        button(sam, "Edit: Korean").press("Enter");
        choice(dialog(sam), "Then the chat goes to").selectOption("false");
        sam.getByRole(AriaRole.CHECKBOX, named("Chae Yoon-seo")).press("Space");
        sam.getByRole(AriaRole.CHECKBOX, named("Ana Silva")).press("Space");
        choice(dialog(sam), "How many of the conditions").selectOption("ANY");
        button(sam, "Save").press("Enter");
        assertThat(row(sam, 1)).containsText("When any holds: language is ko → Ana Silva, Chae Yoon-seo");
        assertThat(button(sam, "Edit: Korean")).isFocused();
        Locator on = sam.getByRole(AriaRole.SWITCH, named("On Korean"));
        assertThat(on).isChecked();
        on.press("Space");
        assertThat(said(sam)).hasText("Korean is off.");
        assertThat(on).not().isChecked();
        assertThat(on).isFocused();
        assertEquals(List.of("f"), installation.query("SELECT active FROM routing_rule"));
        button(sam, "Remove: Korean").press("Enter");
        button(sam, "Yes, do it").press("Enter");
        assertThat(sam.getByText("The rule Korean has been removed.")).isVisible();
        assertThat(sam.getByText("There is no rule yet, so entries that ask the rules ask all agents in turn.")).isVisible();
    }

    @Test
    void refusalsAreShownAtTheirFields() {
        setup.rule(1, "Korean", KOREAN, setup.team("Korean", "ben"));
        Page sam = rules("sam");
        button(sam, "New rule").press("Enter");
        button(sam, "Add a condition").press("Enter");
        choose(condition(sam, 2), "What it looks at", "Time of day");
        button(sam, "Add a condition").press("Enter");
        choose(condition(sam, 3), "What it looks at", "Verified attribute");
        button(sam, "Save").press("Enter");
        assertThat(condition(sam, 1)).containsText("Enter what to compare with");
        assertThat(condition(sam, 1).getByLabel("Value")).hasAttribute("aria-invalid", "true");
        assertThat(condition(sam, 1).getByLabel("Value")).isFocused();
        assertThat(condition(sam, 2)).containsText("Enter two different times.");
        assertThat(condition(sam, 3)).containsText("Enter the name of the attribute");
        condition(sam, 1).getByLabel("Value").fill("/pricing");
        button(sam, "Remove condition 3").press("Enter");
        button(sam, "Remove condition 2").press("Enter");
        assertThat(button(sam, "Remove condition 1")).isFocused();
        button(sam, "Save").press("Enter");
        assertThat(dialog(sam)).containsText("Choose a team.");
        choice(dialog(sam), "Then the chat goes to").selectOption("false");
        assertThat(sam.getByRole(AriaRole.CHECKBOX, named("Ben Okafor"))).isVisible();
        button(sam, "Save").press("Enter");
        assertThat(dialog(sam)).containsText("Choose at least one agent who takes live chats.");
        sam.getByRole(AriaRole.CHECKBOX, named("Ben Okafor")).press("Space");
        button(sam, "Save").press("Enter");
        assertThat(dialog(sam)).containsText("Use 1 to 100 characters");
        assertThat(field(sam, "Name")).isFocused();
        field(sam, "Name").fill("KOREAN");
        button(sam, "Save").press("Enter");
        assertThat(dialog(sam)).containsText("There is a rule with this name already.");
        choice(dialog(sam), "How many of the conditions").selectOption("ANY");
        button(sam, "Remove condition 1").press("Enter");
        assertThat(button(sam, "Add a condition")).isFocused();
        button(sam, "Save").press("Enter");
        assertThat(dialog(sam)).containsText("at least one where any of them decides");
        assertEquals(List.of("1"), installation.query("SELECT count(*) FROM routing_rule"));
    }

    @Test
    void theOrderIsChangedByKeyboardAndTheRuleKeepsTheFocus() {
        three();
        Page sam = rules("sam");
        assertThat(button(sam, "Move up: First")).isDisabled();
        assertThat(button(sam, "Move down: Third")).isDisabled();
        button(sam, "Move up: Third").press("Enter");
        assertThat(said(sam)).hasText("Third is number 2 of 3 now.");
        assertThat(button(sam, "Move up: Third")).isFocused();
        sam.keyboard().press("Enter");
        assertThat(said(sam)).hasText("Third is number 1 of 3 now.");
        assertThat(button(sam, "Move down: Third")).isFocused();
        assertThat(names(sam)).hasText(new String[]{"Third", "First", "Second"});
        assertEquals(List.of("Third", "First", "Second"), stored());
        button(sam, "Move down: First").press("Enter");
        assertThat(button(sam, "Move up: First")).isFocused();
        assertEquals(List.of("Third", "Second", "First"), stored());
    }

    @Test
    void theOrderIsChangedByDragging() {
        three();
        Page sam = rules("sam");
        Locator handles = sam.locator(".drag-handle");
        BoundingBox from = handles.nth(0).boundingBox();
        BoundingBox to = handles.nth(2).boundingBox();
        sam.mouse().move(from.x + 8, from.y + 8);
        sam.mouse().down();
        sam.mouse().move(to.x + 8, to.y + to.height + 12, new Mouse.MoveOptions().setSteps(12));
        sam.mouse().up();
        assertThat(said(sam)).hasText("First is number 3 of 3 now.");
        assertThat(names(sam)).hasText(new String[]{"Second", "Third", "First"});
        assertEquals(List.of("Second", "Third", "First"), stored());
    }

    @Test
    void whoOrdersAnOldListIsToldAndSeesTheNewOne() {
        three();
        Page sam = rules("sam");
        setup.rule(4, "Fourth", "[]", setup.team("Late", "ben"));
        button(sam, "Move up: Third").press("Enter");
        assertThat(sam.getByText("Somebody has added or removed a rule in the meantime.")).isVisible();
        assertThat(names(sam)).hasText(new String[]{"First", "Second", "Third", "Fourth"});
        assertEquals(List.of("First", "Second", "Third", "Fourth"), stored());
    }

    @Test
    void rulesThatDoNotWhatTheySayArePointedOut() {
        setup.rule(1, "Everything Korean", KOREAN, setup.team("Korean", "ben"));
        setup.rule(2, "Contradiction", BOTH, setup.team("Support", "chae"));
        setup.rule(3, "Covered", KOREAN, setup.team("Nobody yet"));
        Page mia = rules("mia");
        assertThat(row(mia, 1).locator(".row-problem")).hasCount(0);
        assertThat(row(mia, 2).locator(".row-problem")).hasText("Never matches: its conditions contradict each other.");
        assertThat(row(mia, 3).locator(".row-problem")).hasText(new String[]{
            "Never decides: the rule Everything Korean comes earlier and matches all that this one would.",
            "The team Nobody yet has no member who takes live chats, so these chats go to all agents in turn."});
    }

    @Test
    void thePageIsInKoreanToo() {
        setup.rule(1, "한국어", KOREAN, setup.team("국내", "ben"));
        BrowserContext machine = browsers.open(options -> options.setLocale("ko-KR"));
        Page page = rules(InboxWindow.signedIn(machine, installation, "mia").page());
        assertThat(row(page, 1)).containsText("모두 만족: 언어: ko 일치 → 국내 팀");
        assertThat(button(page, "수정: 한국어")).isVisible();
    }

    private void three() {
        setup.rule(1, "First", KOREAN, setup.team("One", "ben"));
        setup.rule(2, "Second", ENGLISH, setup.team("Two", "chae"));
        setup.rule(3, "Third", "[]", setup.team("Three", "ana"));
    }

    private List<String> stored() {
        return installation.query("SELECT name FROM routing_rule ORDER BY position");
    }

    private Page rules(String userName) {
        return rules(InboxWindow.signedIn(browsers.open(), installation, userName).page());
    }

    private Page rules(Page page) {
        page.navigate(installation.address().resolve("admin/rules").toString());
        assertThat(page.locator("main:not([inert])")).isVisible();
        return page;
    }

    private static Locator said(Page page) {
        return page.locator("main").getByRole(AriaRole.STATUS);
    }

    private static Locator row(Page page, int number) {
        return page.locator(".rules-table tbody tr").nth(number - 1);
    }

    private static Locator names(Page page) {
        return page.locator(".rules-table .row-name");
    }

    private static Locator dialog(Page page) {
        return page.getByRole(AriaRole.DIALOG);
    }

    private static Locator condition(Page page, int number) {
        return page.getByRole(AriaRole.GROUP, named("Condition " + number));
    }

    private static void choose(Locator within, String name, String option) {
        choice(within, name).selectOption(new SelectOption().setLabel(option));
    }

    private static Locator choice(Locator within, String name) {
        return within.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator field(Page page, String name) {
        return page.getByRole(AriaRole.TEXTBOX, named(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
