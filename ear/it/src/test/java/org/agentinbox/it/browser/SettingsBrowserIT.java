package org.agentinbox.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Tests how an agent, or a sales admin for an agent, edits the weekly hours and sees the preview. */
class SettingsBrowserIT {

    private static final String STORED = "SELECT weekday || ' ' || start_minute || ' ' || end_minute FROM agent_block JOIN account ON "
        + "account.id = agent_id "
        + "WHERE user_name = 'chae' ORDER BY weekday, start_minute";

    private final Installation installation = Installation.shared();

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @BeforeEach
    @AfterEach
    void nobodyHasHours() {
        installation.query("DELETE FROM agent_block");
        installation.query("UPDATE agent SET time_zone = 'UTC'");
        People.nobodyIsAvailable(installation);
    }

    @Test
    void anAgentSetsTheWeek() {
        Page chae = settings("chae", "settings");
        assertThat(chae.getByText("There are no hours yet")).isVisible();
        addHours(chae, "Monday", "9", "1200");
        addHours(chae, "Monday", "11:30", "17");
        Locator start = day(chae, "Monday").getByRole(AriaRole.TEXTBOX, named("Start 2"));
        assertThat(start).hasAttribute("aria-invalid", "true");
        assertThat(start).hasAccessibleDescription("Overlaps with 09:00–12:00.");
        assertThat(chae.getByText("Hours with a mistake are left out.")).isVisible();
        write(start, "13");
        assertThat(start).not().hasAttribute("aria-invalid", "true");
        assertThat(start).hasValue("13:00");
        button(chae, "Copy to Tue–Fri").click();
        assertThat(day(chae, "Friday").getByRole(AriaRole.TEXTBOX, named("End 2"))).hasValue("17:00");
        assertThat(preview(chae).filter(new Locator.FilterOptions().setHasText("09:00–12:00, 13:00–17:00"))).hasCount(10);
        assertEquals(List.of(), installation.query(STORED));
        save(chae);
        assertThat(chae.getByText("Your hours are saved and in force.")).isVisible();
        chae.reload();
        assertThat(day(chae, "Wednesday").getByRole(AriaRole.TEXTBOX, named("Start 2"))).hasValue("13:00");
        assertThat(day(chae, "Saturday")).containsText("no hours");
        assertEquals(10, installation.query(STORED).size());
        assertEquals("1 540 720", installation.query(STORED).get(0));
    }

    @Test
    void thePreviewFollowsTheTimeZone() {
        Page chae = settings("chae", "settings");
        chooseZone(chae, "kiritimati", "Pacific/Kiritimati");
        assertThat(chae.getByText("in the time of Pacific/Kiritimati")).isVisible();
        assertThat(preview(chae).first()).containsText(today("Pacific/Kiritimati"));
        // Pago Pago never has the same day as Kiritimati.
        chooseZone(chae, "pago", "Pacific/Pago_Pago");
        assertThat(preview(chae).first()).containsText(today("Pacific/Pago_Pago"));
        zone(chae).fill("Atlantis");
        zone(chae).blur();
        assertThat(zone(chae)).hasAttribute("aria-invalid", "true");
        save(chae);
        assertThat(chae.getByText("Not saved: please correct what is marked.")).isVisible();
        assertThat(zone(chae)).hasValue("Atlantis");
        assertThat(zone(chae)).isFocused();
        button(chae, "Use this browser’s zone: Europe/Berlin").click();
        assertThat(zone(chae)).hasValue("Europe/Berlin");
        assertThat(button(chae, "Use this browser’s zone: Europe/Berlin")).hasCount(0);
        save(chae);
        assertThat(chae.getByText("Your hours are saved and in force.")).isVisible();
        assertEquals(List.of("Europe/Berlin"),
            installation.query("SELECT time_zone FROM agent JOIN account ON id = account_id WHERE user_name = 'chae'"));
    }

    @Test
    void whatIsWrongIsNeitherSavedNorLost() {
        Page chae = settings("chae", "settings");
        addHours(chae, "Tuesday", "9", "nine");
        addHours(chae, "Wednesday", "17", "9");
        assertThat(end(chae, "Tuesday")).hasAccessibleDescription("Write a time up to 24:00, such as 17:30.");
        assertThat(end(chae, "Wednesday")).hasAccessibleDescription("The end must be after the start.");
        save(chae);
        assertThat(chae.getByText("Not saved: please correct what is marked.")).isVisible();
        assertThat(end(chae, "Tuesday")).isFocused();
        assertThat(end(chae, "Tuesday")).hasValue("nine");
        assertEquals(List.of(), installation.query(STORED));
        write(end(chae, "Tuesday"), "24:00");
        write(end(chae, "Wednesday"), "18");
        assertThat(end(chae, "Wednesday")).not().hasAttribute("aria-invalid", "true");
        save(chae);
        assertThat(chae.getByText("Your hours are saved and in force.")).isVisible();
        assertEquals(List.of("2 540 1440", "3 1020 1080"), installation.query(STORED));
    }

    @Test
    void theKeyboardGoesOnWhereItShould() {
        Page chae = settings("chae", "settings");
        button(chae, "Mon–Fri 09:00–17:00").click();
        assertThat(button(chae, "Save")).isFocused();
        button(chae, "Add hours on Thursday").click();
        assertThat(day(chae, "Thursday").getByRole(AriaRole.TEXTBOX, named("Start 2"))).isFocused();
        day(chae, "Thursday").getByRole(AriaRole.BUTTON, named("Remove hours 2")).click();
        assertThat(day(chae, "Thursday").getByRole(AriaRole.TEXTBOX, named("Start 1"))).isFocused();
        assertThat(chae.getByText("Removed. Thursday now has 09:00–17:00.")).isAttached();
        button(chae, "Clear Thursday").click();
        assertThat(button(chae, "Add hours on Thursday")).isFocused();
        assertThat(day(chae, "Thursday")).containsText("no hours");
        day(chae, "Friday").getByRole(AriaRole.BUTTON, named("Copy Friday to…")).click();
        day(chae, "Friday").getByRole(AriaRole.CHECKBOX, named("Sunday")).check();
        button(chae, "Copy to these days").click();
        assertThat(day(chae, "Sunday").getByRole(AriaRole.TEXTBOX, named("End 1"))).hasValue("17:00");
        assertThat(day(chae, "Saturday")).containsText("no hours");
    }

    @Test
    void nobodyLeavesByMistake() {
        browsers.expect("^dialog:");
        Page chae = settings("chae", "settings");
        assertThat(chae.getByText("Not saved yet")).isHidden();
        addHours(chae, "Monday", "9", "12");
        assertThat(chae.getByText("Not saved yet")).isVisible();
        // The browser asks for confirmation, and the test answers to stay on the page.
        chae.waitForCondition(() -> asksBeforeLeaving(chae));
        assertThat(day(chae, "Monday").getByRole(AriaRole.TEXTBOX, named("Start 1"))).hasValue("09:00");
        button(chae, "Discard changes").click();
        assertThat(day(chae, "Monday")).containsText("no hours");
        assertThat(chae.getByText("Not saved yet")).isHidden();
        chae.getByRole(AriaRole.LINK, onPage("Inbox")).click();
        assertThat(chae.getByRole(AriaRole.SWITCH)).isEnabled();
    }

    @Test
    void aSalesAdminEditsSomebodyElses() {
        BrowserContext machine = browsers.open();
        Page sam = settings(machine, "sam", "admin/agents");
        Locator rows = sam.getByRole(AriaRole.ROW);
        assertThat(rows.filter(new Locator.FilterOptions().setHasText("Mia Brandt")).getByRole(AriaRole.LINK, named("Hours"))).hasCount(0);
        rows.filter(new Locator.FilterOptions().setHasText("Chae Yoon-seo")).getByRole(AriaRole.LINK, named("Hours")).click();
        assertThat(sam.getByRole(AriaRole.HEADING, onPage("Hours of Chae Yoon-seo"))).isVisible();
        assertThat(sam.locator("main:not([inert])")).isVisible();
        // After the session has expired, the page that is loaded again still shows the same agent.
        machine.clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
        button(sam, "Mon–Fri 09:00–17:00").click();
        assertThat(sam).hasURL(Pattern.compile("/inbox/settings\\?agent=[0-9a-f-]{36}&expired=true$"));
        assertThat(sam.locator("main:not([inert])")).isVisible();
        button(sam, "Mon–Fri 09:00–17:00").click();
        assertThat(end(sam, "Friday")).hasValue("17:00");
        save(sam);
        assertThat(sam.getByText("The hours of Chae Yoon-seo are saved and in force.")).isVisible();
        assertEquals(5, installation.query(STORED).size());
        assertThat(day(settings("chae", "settings"), "Monday").getByRole(AriaRole.TEXTBOX, named("Start 1"))).hasValue("09:00");
    }

    @Test
    void othersAreRefused() {
        browsers.expect("status of 403");
        browsers.expect("status of 404");
        String chae = installation.query("SELECT id::text FROM account WHERE user_name = 'chae'").get(0);
        Page ana = InboxWindow.signedIn(browsers.open(), installation, "ana").page();
        assertThat(ana.getByRole(AriaRole.SWITCH)).isEnabled();
        assertEquals(403, ana.navigate(address("settings?agent=" + chae)).status());
        assertThat(ana.getByText("These are somebody else’s hours.")).isVisible();
        Page sam = InboxWindow.signedIn(browsers.open(), installation, "sam").page();
        assertThat(sam.getByRole(AriaRole.SWITCH)).isEnabled();
        for (String nobody : List.of("00000000-0000-0000-0000-000000000000", "x",
            installation.query("SELECT id::text FROM account WHERE user_name = 'mia'").get(0))) {
            assertEquals(404, sam.navigate(address("settings?agent=" + nobody)).status(), nobody);
            assertThat(sam.getByText("There is nobody with this address who takes live chats.")).isVisible();
        }
        Page mia = InboxWindow.signedIn(browsers.open(), installation, "mia").page();
        assertThat(mia).hasURL(Pattern.compile("/inbox/reports$"));
        mia.navigate(address("settings"));
        assertThat(mia.getByText("Hours are for people who take live chats")).isVisible();
    }

    private String address(String path) {
        return installation.address().resolve(path).toString();
    }

    private Page settings(String userName, String path) {
        return settings(browsers.open(), userName, path);
    }

    private Page settings(BrowserContext machine, String userName, String path) {
        Page page = machine.newPage();
        page.navigate(address(path));
        new InboxWindow(page).signIn(userName, "demo");
        assertThat(page.locator("main:not([inert])")).isVisible();
        return page;
    }

    private static void addHours(Page page, String day, String from, String to) {
        Locator starts = day(page, day).getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName(Pattern.compile("^Start")));
        int count = starts.count();
        button(page, "Add hours on " + day).click();
        assertThat(starts.nth(count)).isFocused();
        write(starts.nth(count), from);
        write(day(page, day).getByRole(AriaRole.TEXTBOX, named("End " + (count + 1))), to);
    }

    /** Types a value, leaves the field, and waits until the server has processed it. */
    private static void write(Locator field, String text) {
        field.fill(text);
        field.page().waitForResponse(response -> response.url().endsWith("/settings"), field::blur);
    }

    private static void chooseZone(Page page, String typed, String zone) {
        zone(page).fill("");
        zone(page).pressSequentially(typed);
        page.getByRole(AriaRole.OPTION).or(page.getByRole(AriaRole.ROW)).filter(new Locator.FilterOptions().setHasText(zone)).first()
            .click();
        assertThat(zone(page)).hasValue(zone);
    }

    private static boolean asksBeforeLeaving(Page page) {
        int[] asked = new int[1];
        page.onceDialog(dialog -> asked[0]++);
        page.getByRole(AriaRole.LINK, onPage("Inbox")).click();
        page.waitForCondition(() -> asked[0] == 1);
        return true;
    }

    private static String today(String zone) {
        return DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH).format(LocalDate.now(ZoneId.of(zone)));
    }

    private static Locator preview(Page page) {
        return page.getByRole(AriaRole.REGION, onPage("Next 14 days")).getByRole(AriaRole.LISTITEM);
    }

    private static Locator zone(Page page) {
        return page.getByLabel("Time zone").and(page.locator("input"));
    }

    private static Locator day(Page page, String name) {
        return page.locator("#hours").getByRole(AriaRole.GROUP, named(name));
    }

    private static Locator end(Page page, String day) {
        return day(page, day).getByRole(AriaRole.TEXTBOX, named("End 1"));
    }

    private static void save(Page page) {
        button(page, "Save").click();
    }

    private static Locator button(Page page, String name) {
        return page.locator("#hours").getByRole(AriaRole.BUTTON, named(name));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions onPage(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
