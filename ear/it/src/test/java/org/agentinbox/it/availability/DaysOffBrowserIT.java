package org.agentinbox.it.availability;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

/** Tests how sales admins keep the days off of everybody, and an agent their own. */
class DaysOffBrowserIT {

    private final Installation installation = Installation.shared();
    private final LocalDate today = LocalDate.now(Clock.systemUTC());

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @BeforeEach
    @AfterEach
    void nothingIsLeft() {
        installation.query("DELETE FROM day_off");
        installation.query("DELETE FROM agent_block");
        installation.query("UPDATE agent SET time_zone = 'UTC'");
        People.nobodyIsAvailable(installation);
    }

    private Page page(String userName, String path) {
        Page page = InboxWindow.signedIn(browsers.open(), installation, userName).page();
        page.navigate(installation.address().resolve(path).toString());
        assertThat(page.locator("main:not([inert])")).isVisible();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator titled(Page page, String title) {
        return page.getByTitle(title, new Page.GetByTitleOptions().setExact(true));
    }

    private static void fill(Page page, String name, LocalDate first, String begins, LocalDate last, String ends) {
        Locator editor = page.locator("#editor");
        assertThat(editor).isVisible();
        editor.getByLabel("Name").fill(name);
        editor.getByLabel("First day").fill(first == null ? "" : first.toString());
        editor.getByLabel("From").fill(begins);
        editor.getByLabel("Last day").fill(last == null ? "" : last.toString());
        editor.getByLabel("To", new Locator.GetByLabelOptions().setExact(true)).fill(ends);
        editor.getByText("Save").click();
    }

    private List<String> stored() {
        return installation.query(
            "SELECT d.name || ' ' || coalesce(a.user_name, '-') || ' ' || starts_on - CAST(? AS date) || ' ' || start_minute "
                + "|| ' ' || ends_on - CAST(? AS date) || ' ' || end_minute FROM day_off d "
                + "LEFT JOIN account a ON a.id = d.account_id ORDER BY 1",
            today.toString(), today.toString());
    }

    @Test
    void aSalesAdminKeepsThoseOfEverybody() {
        installation.query("INSERT INTO day_off (id, scope, name, starts_on, start_minute, ends_on, end_minute, changed_at) "
            + "VALUES (gen_random_uuid(), 'SITE', 'Long ago', '2020-01-01', 0, '2020-01-02', 1440, now())");
        Page sam = page("sam", "admin/agents");
        sam.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Days off")).click();
        button(sam, "New day off").click();
        fill(sam, "", null, "", null, "");
        assertThat(sam.locator("#editor")).containsText("Choose a day from 2000 to 2199.");
        fill(sam, "", today.plusDays(9), "", null, "");
        assertThat(sam.locator("#editor")).containsText("Use 1 to 100 characters");
        fill(sam, "Feast", today.plusDays(9), "", today.plusDays(8), "");
        assertThat(sam.locator("#editor")).containsText("It must end after its start");
        fill(sam, "Feast", today.plusDays(9), "", today.plusDays(10), "");
        assertThat(sam.getByText("Feast has been saved.")).isVisible();
        button(sam, "New day off").click();
        sam.locator("#editor").getByLabel("For").selectOption("Ana Silva");
        fill(sam, "Dentist", today.plusDays(7), "10", null, "25");
        assertThat(sam.locator("#editor")).containsText("Write a time up to 24:00");
        assertThat(sam.locator("[id='editor:ends']")).hasValue("25");
        fill(sam, "Dentist", today.plusDays(7), "10", null, "11:30");
        assertThat(sam.getByText("Dentist has been saved.")).isVisible();
        assertThat(sam.locator("[id='daysOff:table'] tbody tr").first()).containsText(Pattern.compile("Dentist.*10:00–11:30.*Ana Silva"));
        assertEquals(
            List.of("Dentist ana 7 600 7 690", "Feast - 9 0 10 1440",
                "Long ago - " + past("2020-01-01") + " 0 " + past("2020-01-02") + " 1440"),
            stored());
        sam.getByText("Past days off").click();
        assertThat(sam.locator(".days-off-past")).containsText("Long ago");
        titled(sam, "Edit: Feast").click();
        fill(sam, "Great feast", today.plusDays(9), "18:00", today.plusDays(9), "24:00");
        assertThat(sam.getByText("Great feast has been saved.")).isVisible();
        titled(sam, "Remove: Dentist").click();
        sam.locator(".ui-confirmdialog-yes").click();
        assertThat(sam.getByText("Dentist has been removed.")).isVisible();
        assertEquals("Great feast - 9 1080 9 1440", stored().get(0));
        assertEquals(2, stored().size());
    }

    private long past(String date) {
        return LocalDate.parse(date).toEpochDay() - today.toEpochDay();
    }

    @Test
    void holidaysComeFromACalendarFile() {
        Page sam = page("sam", "admin/days-off");
        browsers.expect("status of 400 .*/days-off/import");
        sam.setInputFiles("#import-file",
            file("BEGIN:VEVENT\nUID:a\nSUMMARY:Feast\nRRULE:FREQ=SECONDLY\nDTSTART:20270101T000000Z\nEND:VEVENT\n"));
        assertThat(sam.locator("#import-problems")).containsText("Line 4: The event is repeated by a rule that makes no days.");
        sam.setInputFiles("#import-file",
            file("BEGIN:VEVENT\nUID:a\nSUMMARY:Feast\nDTSTART;VALUE=DATE:" + today.plusDays(5).toString().replace("-", "")
                + "\nEND:VEVENT\n"));
        assertThat(sam.locator("#import-said")).containsText("1 added");
        assertThat(sam.locator("[id='daysOff:table']")).containsText("Feast");
        assertThat(sam.locator("[id='daysOff:table']")).containsText("from a file");
        assertEquals(List.of("Feast - 5 0 5 1440"), stored());
    }

    private static FilePayload file(String events) {
        String text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\n" + events + "END:VCALENDAR\n";
        return new FilePayload("holidays.ics", "text/calendar", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anAgentKeepsTheirOwnAndSeesThemAtOnce() {
        installation.query("INSERT INTO agent_block (agent_id, weekday, start_minute, end_minute) SELECT id, day, 0, 1440 FROM account, "
            + "generate_series(1, 7) day WHERE user_name = 'chae'");
        installation.query("UPDATE agent SET override_available = NULL, override_at = NULL");
        installation.query("INSERT INTO day_off (id, scope, name, starts_on, start_minute, ends_on, end_minute, changed_at) "
            + "VALUES (gen_random_uuid(), 'SITE', 'Feast', CAST(? AS date), 0, CAST(? AS date), 1440, now())", today.plusDays(3).toString(),
            today.plusDays(3).toString());
        Page inbox = InboxWindow.signedIn(browsers.open(), installation, "chae").page();
        assertThat(inbox.locator("#availability-words")).containsText("Available until");
        Page chae = page("chae", "settings");
        Locator preview = chae.locator(".preview-days li");
        assertThat(preview.nth(3)).containsText("Feast");
        assertThat(preview.nth(3)).containsText("none");
        assertThat(chae.locator("#days-off").getByText("Feast")).isVisible();
        assertThat(titled(chae, "Remove: Feast")).hasCount(0);
        chae.locator("#days-off").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("New day off")).click();
        fill(chae, "Chuseok", today.minusDays(1), "", today.plusDays(1), "15:00");
        assertThat(chae.getByText("Chuseok has been saved.")).isVisible();
        assertThat(preview.nth(1)).containsText("15:00–24:00");
        assertThat(preview.nth(1)).containsText("Chuseok");
        assertThat(inbox.locator("#availability-words")).containsText(Pattern.compile("Unavailable until .*: Chuseok"));
        inbox.reload();
        assertThat(inbox.locator("#availability-words")).containsText(Pattern.compile("Unavailable until .*: Chuseok"));
        titled(chae, "Remove: Chuseok").click();
        chae.locator(".ui-confirmdialog-yes").click();
        assertThat(chae.getByText("Chuseok has been removed.")).isVisible();
        assertThat(preview.nth(1)).not().containsText("Chuseok");
        assertThat(inbox.locator("#availability-words")).containsText("Available until");
    }

    @Test
    void thePageIsForSalesAdmins() {
        assertEquals(403, People.get(installation, "admin/days-off", People.cookie(installation, "ana")).statusCode());
        assertEquals(403, People.get(installation, "admin/days-off", People.cookie(installation, "mia")).statusCode());
    }
}
