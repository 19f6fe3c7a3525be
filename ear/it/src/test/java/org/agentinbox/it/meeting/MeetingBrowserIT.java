package org.agentinbox.it.meeting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.agentinbox.it.browser.Axe;
import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.CustomerSite;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.browser.WidgetWindow;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.MailingInstallation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;

/**
 * Tests meetings from the calendar icon to the cancellation, with an agent, a visitor on a customer's strict page, and the visitor's mail.
 */
class MeetingBrowserIT {

    private static final String TAKE_AT = "INSERT INTO meeting (id, version, agent_id, conversation_id, client_id, state, sequence, "
        + "starts_at, ends_at, free_at, email, "
        + "time_zone, created_at, changed_at) SELECT gen_random_uuid(), 0, account_id, gen_random_uuid(), gen_random_uuid(), 'BOOKED', 0, "
        + "s, s + interval '30 minutes', "
        + "s + interval '30 minutes', 'quicker@customer.example', 'Europe/Berlin', now(), now() FROM agent_calendar, ";
    private static final String TAKE = TAKE_AT
        + "(SELECT to_timestamp(ceil(extract(epoch FROM now() + interval '1 hour') / 1800) * 1800 + 1800 * i) s FROM generate_series(0, "
        + "20) i) slots";

    private final MailingInstallation post = MailingInstallation.shared();
    private final Installation installation = post.installation();
    private final String email = "vera-" + UUID.randomUUID() + "@customer.example";

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @BeforeEach
    void onlyAnaCanBeMet() {
        People.nobodyIsAvailable(installation);
        post.onlyCalendar("ana");
    }

    @AfterEach
    void nobodyIsThere() {
        People.nobodyIsAvailable(installation);
    }

    @Test
    void aMeetingIsSharedBookedMovedAndCancelled() {
        // The test books a slot that is taken meanwhile, and asks too often.
        browsers.expect("status of (409|429)");
        InboxWindow ana = InboxWindow.signedIn(browsers.open(), installation, "ana").setAvailable(true);
        try (CustomerSite site = new CustomerSite(installation, Installation.CUSTOMER_PORT)) {
            WidgetWindow vera = WidgetWindow.on(browsers.open(), site.address());
            vera.page()
                .evaluate("() => { window.booked = []; AgentInbox.on('meeting-booked', detail => booked.push(detail.agent.name)); }");
            vera.open().fill("Vera Lind", email, "Can we talk?").button("Start chat").click();
            ana.accept();
            share(ana);
            Locator card = vera.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Book a meeting with Ana Silva"));
            tooFast(vera, card);
            bookWithTheKeyboard(vera, card);
            assertEquals(List.of("Ana Silva"), vera.page().evaluate("booked"));
            assertThat(vera.log()).containsText("Meeting with Ana Silva booked:");
            assertThat(ana.log().getByText(Pattern.compile("^Booked: "))).isVisible();
            assertThat(ana.page().getByRole(AriaRole.REGION, named("Activity history"))).containsText("Scheduled a meeting");
            byTheLink();
            assertThat(card.getByRole(AriaRole.BUTTON, onPart("Cancel meeting"))).hasCount(0);
            assertThat(card.getByRole(AriaRole.GROUP, group("Days"))).isVisible();
            assertThat(ana.log().getByText(Pattern.compile("^Cancelled: "))).isVisible();
            assertEquals(3, post.mails(email).size());
        }
    }

    private static void share(InboxWindow ana) {
        ana.button("Share a calendar").click();
        Locator dialog = ana.page().getByRole(AriaRole.DIALOG, named("Share a calendar"));
        assertThat(dialog.getByRole(AriaRole.RADIO)).isChecked();
        assertThat(dialog).containsText(Pattern.compile("Ana Silva.*Yours.*30 minutes · next free: ", Pattern.DOTALL));
        dialog.getByRole(AriaRole.BUTTON, onPart("Send")).click();
        assertThat(ana.log().getByText("No time booked yet")).isVisible();
    }

    private static void tooFast(WidgetWindow vera, Locator card) {
        assertThat(card.getByRole(AriaRole.GROUP, group("Times"))).isVisible();
        vera.page().route("**/api/v1/calendars/**", route -> route.fulfill(new Route.FulfillOptions().setStatus(429)
            .setHeaders(Map.of("Access-Control-Allow-Origin", "*")).setBody("{\"title\":\"TOO_FAST\"}")),
            new Page.RouteOptions().setTimes(1));
        card.getByRole(AriaRole.BUTTON, onPart("Later days")).click();
        assertThat(card.getByRole(AriaRole.ALERT)).containsText("Please wait a moment");
    }

    /** The first slots are taken before the visitor books one; the card says so and shows the remaining ones. */
    private void bookWithTheKeyboard(WidgetWindow vera, Locator card) {
        Locator times = card.getByRole(AriaRole.GROUP, group("Times"));
        times.getByRole(AriaRole.BUTTON).first().click();
        installation.query(TAKE);
        card.getByRole(AriaRole.BUTTON, onPart("Book")).click();
        assertThat(card.getByRole(AriaRole.ALERT)).containsText("just been taken");
        times.getByRole(AriaRole.BUTTON).first().focus();
        vera.page().keyboard().press("End");
        vera.page().keyboard().press("ArrowLeft");
        vera.page().keyboard().press("Enter");
        assertThat(card.getByRole(AriaRole.BUTTON, onPart("Book"))).isFocused();
        vera.page().keyboard().press("Enter");
        assertThat(card).containsText("The invitation goes to " + email);
    }

    /** On another machine, without a sign-in. */
    private void byTheLink() {
        Page page = browsers.open().newPage();
        page.navigate(installation.address().resolve("meeting/" + MailingInstallation.token(post.mails(email).get(0))).toString());
        assertThat(page.getByRole(AriaRole.HEADING)).containsText("Meeting with Ana Silva");
        page.getByText("Move to another time").click();
        page.getByRole(AriaRole.RADIO).nth(4).check();
        page.getByRole(AriaRole.BUTTON, named("Move to this time")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The meeting is moved");
        page.locator("summary", new Page.LocatorOptions().setHasText("Cancel meeting")).click();
        page.getByRole(AriaRole.BUTTON, named("Cancel meeting")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The meeting is cancelled");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Cancel meeting"))).hasCount(0);
    }

    private static Locator day(Page page, String name) {
        return page.locator("#meeting").getByRole(AriaRole.GROUP, onPart(name));
    }

    private static void addHours(Page page, String day, String from, String to) {
        Locator starts = day(page, day).getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName(Pattern.compile("^Start")));
        int count = starts.count();
        page.locator("#meeting").getByRole(AriaRole.BUTTON, onPart("Add hours on " + day)).click();
        assertThat(starts.nth(count)).isFocused();
        write(starts.nth(count), from);
        write(day(page, day).getByRole(AriaRole.TEXTBOX, onPart("End " + (count + 1))), to);
    }

    /** Types a value, leaves the field, and waits until the server has processed it. */
    private static void write(Locator field, String text) {
        field.fill(text);
        field.page().waitForResponse(response -> response.url().endsWith("/settings"), field::blur);
    }

    private static Locator.GetByRoleOptions onPart(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    /** A calendar agent sees the settings and the list of meetings only. */
    @Test
    void aCalendarAgentSetsHoursMovesAndCancels() {
        Page page = InboxWindow.signedIn(browsers.open(), installation, "cal").page();
        assertThat(page).hasURL(Pattern.compile("/inbox/meetings$"));
        assertThat(page.getByRole(AriaRole.NAVIGATION).first()).not().containsText("Inbox");
        page.navigate(installation.address().resolve("settings").toString());
        page.getByLabel("Time zone").fill("Asia/Seoul");
        addHours(page, "Monday", "9", "12");
        addHours(page, "Monday", "13", "18");
        addHours(page, "Tuesday", "9", "five");
        Locator five = day(page, "Tuesday").getByRole(AriaRole.TEXTBOX, onPart("End 1"));
        assertThat(five).hasAccessibleDescription("Write a time up to 24:00, such as 17:30.");
        page.getByRole(AriaRole.BUTTON, named("Save meeting settings")).click();
        assertThat(page.getByText("Not saved: please correct what is marked.")).isVisible();
        assertThat(five).isFocused();
        assertThat(five).hasValue("five");
        page.getByRole(AriaRole.BUTTON, named("Clear Tuesday")).click();
        assertThat(day(page, "Tuesday")).containsText("no meetings");
        page.getByRole(AriaRole.BUTTON, named("Save meeting settings")).click();
        assertThat(page.getByText("Your meeting settings are saved.")).isVisible();
        page.reload();
        assertThat(day(page, "Monday").getByRole(AriaRole.TEXTBOX, onPart("End 2"))).hasValue("18:00");
        assertThat(page.getByLabel("Time zone")).hasValue("Asia/Seoul");
        installation.query(TAKE + " WHERE account_id = (SELECT id FROM account WHERE user_name = 'cal')");
        page.navigate(installation.address().resolve("meetings?q=QUICKER").toString());
        Locator rows = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("quicker@customer.example"));
        assertThat(rows).hasCount(21);
        move(page, rows.first());
        rows.first().getByRole(AriaRole.BUTTON, onPart("Cancel")).click();
        page.getByRole(AriaRole.BUTTON, named("Cancel meeting")).click();
        assertThat(page.getByText("is cancelled.")).isVisible();
        assertThat(rows.first()).containsText("Cancelled");
    }

    /** With the keyboard only; the first slot chosen is taken before it is sent. */
    private void move(Page page, Locator row) {
        row.getByRole(AriaRole.BUTTON, onPart("Move")).focus();
        page.keyboard().press("Enter");
        Locator dialog = page.getByRole(AriaRole.DIALOG, named("Move the meeting with quicker@customer.example"));
        assertThat(dialog).containsText("Times in Asia/Seoul · in brackets the visitor’s time, Europe/Berlin");
        assertThat(dialog.getByLabel("Day")).isFocused();
        assertEquals(List.of(), Axe.violations(page));
        Locator times = dialog.getByRole(AriaRole.RADIO);
        String first = times.first().inputValue();
        page.keyboard().press("ArrowDown");
        assertThat(times.first()).not().hasValue(first);
        dialog.getByRole(AriaRole.BUTTON, onPart("Move meeting")).click();
        assertThat(dialog).containsText("Please choose a time.");
        String taken = times.first().inputValue();
        times.first().focus();
        page.keyboard().press("Space");
        installation.query(TAKE_AT + "(SELECT ?::timestamptz s) slot WHERE account_id = (SELECT id FROM account WHERE user_name = 'cal')",
            taken);
        page.keyboard().press("Enter");
        assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("This time has just been taken.");
        assertThat(times.first()).not().hasValue(taken);
        times.first().check();
        page.keyboard().press("Enter");
        assertThat(page.getByText(Pattern.compile("^The meeting with quicker@customer.example is moved to Monday, .*9:30"))).isVisible();
        assertThat(dialog).isHidden();
        for (String told : List.of("quicker@customer.example", "cal@acme.example")) {
            assertEquals(1, post.mails(told).size(), told);
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions group(String begin) {
        return new Locator.GetByRoleOptions().setName(Pattern.compile("^" + begin));
    }
}
