package org.agentinbox.it.retention;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Tests the page on which a marketing admin holds, exports and erases a person's data, and sees what a purge would delete. */
class PrivacyBrowserIT {

    private final Installation installation = Installation.shared();
    private final UUID visitor = UUID.randomUUID();
    private final String email = "vera-" + visitor.toString().substring(0, 8) + "@customer.example";

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    private void chat() {
        UUID conversation = UUID.randomUUID();
        installation.query(
            "INSERT INTO visitor (id, version, name, email, token_hash, created_at, seen_at) VALUES (?, 0, 'Vera Lind', ?, "
                + "'\\x01020304'::bytea || decode(?, 'escape'), now(), now())",
            visitor, email, visitor.toString());
        installation.query(
            "INSERT INTO conversation (id, visitor_id, request_client_id, state, requested_at, ended_at) VALUES (?, ?, ?, 'MISSED', "
                + "now(), now())",
            conversation, visitor, conversation);
        installation.query(
            "INSERT INTO message (conversation_id, seq, kind, author_kind, text, at) VALUES (?, 1, 'TEXT', 'VISITOR', 'My knee hurts', "
                + "now())",
            conversation);
        installation.query("INSERT INTO activity (id, visitor_id, type, at, conversation_id) VALUES (?, ?, 'LIVE_CHAT_MISSED', now(), ?)",
            conversation, visitor, conversation);
    }

    /** Inserts a meeting, and an email about it that waits for its mail server. */
    private void meeting() {
        installation
            .query("INSERT INTO agent_calendar (account_id, time_zone, length_minutes, buffer_minutes, notice_minutes, horizon_days) "
                + "SELECT id, 'UTC', 30, 0, 60, 30 FROM account WHERE user_name = 'chae' ON CONFLICT DO NOTHING");
        installation.query(
            "INSERT INTO meeting (id, version, agent_id, visitor_id, conversation_id, client_id, state, sequence, starts_at, ends_at, "
                + "free_at, email, "
                + "created_at, changed_at) SELECT ?, 0, id, ?, gen_random_uuid(), gen_random_uuid(), 'BOOKED', 0, now() + interval '29 "
                + "days', "
                + "now() + interval '29.1 days', now() + interval '29.1 days', ?, now(), now() FROM account WHERE user_name = 'chae'",
            UUID.randomUUID(), visitor, email);
        installation.query("INSERT INTO outbox (id, kind, payload, due_at, expires_at, visitor_id) "
            + "VALUES (?, 'MAIL', 'text', now() + interval '1 day', now() + interval '5 days', ?)", UUID.randomUUID(), visitor);
    }

    @Test
    void aHoldKeepsAnExportTellsAndAnErasureTakesAll() throws Exception {
        chat();
        meeting();
        Page mia = privacy("mia");
        mia.getByRole(AriaRole.SEARCHBOX).fill(email);
        mia.getByRole(AriaRole.SEARCHBOX).press("Enter");
        Locator row = row(mia);
        assertThat(row).containsText("Vera Lind");

        titled(row, "Hold").click();
        inDialog(mia, "Hold").click();
        assertThat(dialog(mia)).containsText("Say why");
        mia.getByLabel("Reason").fill("Case 4711");
        inDialog(mia, "Hold").click();
        assertThat(row).containsText("Mia Brandt, since");
        assertThat(row).containsText("Case 4711");
        titled(row, "Erase").click();
        assertThat(dialog(mia)).containsText("This visitor only claims to be " + email);
        mia.getByLabel("To go on").fill(code(visitor));
        inDialog(mia, "Erase everything").click();
        assertThat(dialog(mia)).containsText("Nothing of this visitor may be removed while the legal hold is in force");
        assertEquals("1", installation.query("SELECT count(*) FROM conversation WHERE visitor_id = ?", visitor).get(0));
        inDialog(mia, "Cancel").click();

        titled(row, "Lift hold").click();
        button(mia, "Yes, do it").click();
        assertThat(row).not().containsText("Case 4711");
        Download file = mia.waitForDownload(() -> row.getByRole(AriaRole.LINK).click());
        String json = new String(file.createReadStream().readAllBytes(), UTF_8);
        assertTrue(json.contains("My knee hurts") && json.contains(email) && json.contains("LIVE_CHAT_MISSED"), json);
        assertFalse(json.contains("token_hash") || json.contains("Case 4711"), "no secret is told, nor what we wrote for ourselves");

        titled(row, "Erase").click();
        mia.getByLabel("To go on").fill(email);
        inDialog(mia, "Erase everything").click();
        assertThat(dialog(mia)).containsText("something else than what is shown above");
        mia.getByLabel("To go on").fill(code(visitor));
        inDialog(mia, "Erase everything").click();
        assertThat(dialog(mia)).containsText("A meeting with this visitor is to come. Cancel it first");
        installation.query("UPDATE meeting SET state = 'CANCELLED' WHERE visitor_id = ?", visitor);
        inDialog(mia, "Erase everything").click();
        assertThat(mia.getByText("Everything of Vera Lind · " + email + " · " + code(visitor) + " is erased.")).isVisible();
        assertThat(mia.getByText("No visitor fits")).isVisible();
        assertEquals("0", installation.query("SELECT count(*) FROM visitor WHERE id = ?", visitor).get(0));
        assertEquals("0", installation.query("SELECT count(*) FROM outbox WHERE visitor_id = ?", visitor).get(0),
            "nobody sends what is erased");
        assertEquals("0", installation.query("SELECT count(*) FROM meeting WHERE visitor_id = ?", visitor).get(0));
        assertEquals("0", installation.query("SELECT count(*) FROM message m WHERE text = 'My knee hurts' AND NOT EXISTS "
            + "(SELECT FROM conversation c WHERE c.id = m.conversation_id)").get(0), "messages without a conversation");
        assertThat(run(mia, "Erasure")).containsText("Mia Brandt");
    }

    /** Inserts a visitor with an ended chat that is found by the person's name. */
    private UUID known(String name, UUID record, boolean verified) {
        UUID id = UUID.randomUUID();
        installation.query("INSERT INTO visitor (id, version, name, email, token_hash, record_id, verified, created_at, seen_at) "
            + "VALUES (?, 0, ?, ?, decode(?, 'escape'), ?, ?, now(), now())", id, name, email, id.toString(), record, verified);
        installation.query("INSERT INTO conversation (id, visitor_id, agent_id, request_client_id, state, end_reason, requested_at, "
            + "accepted_at, ended_at) SELECT ?, ?, a.account_id, ?, 'ENDED', 'AGENT', now(), now(), now() FROM agent a LIMIT 1", id, id,
            id);
        installation.query("INSERT INTO message (conversation_id, seq, kind, author_kind, text, at) "
            + "VALUES (?, 1, 'TEXT', 'VISITOR', ?, now())", id, "I am " + name);
        installation.query("INSERT INTO conversation_search (conversation_id, ended_at, visitor_id, who, document) "
            + "VALUES (?, now(), ?, ?, to_tsvector('simple', 'lindqvist'))", id, id, name + "\n" + email + "\nVera Lindqvist");
        return id;
    }

    @Test
    void aPersonGoesWithTheirBrowsersAndWhoOnlyClaimsTheAddressStays() throws Exception {
        UUID record = UUID.randomUUID();
        installation.query("INSERT INTO visitor_record (id, version, email, name, crm_status, created_at, verified_at) "
            + "VALUES (?, 0, ?, 'Vera Lindqvist', 'Gold', now(), now())", record, email);
        UUID hers = known("Vera", record, true);
        UUID mallory = known("Mallory", record, false);
        UUID other = known("Mallory", record, false);
        Page mia = privacy("mia");
        mia.getByRole(AriaRole.SEARCHBOX).fill(email);
        mia.getByRole(AriaRole.SEARCHBOX).press("Enter");
        Locator person = row(mia).filter(new Locator.FilterOptions().setHasText("Vera Lindqvist"));
        assertThat(person).containsText("2 more only claim this address: not included");
        assertThat(visitor(mia, hers)).containsText("Signed: " + email);
        assertThat(titled(visitor(mia, hers), "Erase")).hasCount(0);
        assertThat(visitor(mia, mallory)).containsText("Only claimed");

        assertFalse(download(mia, visitor(mia, mallory)).contains("Gold"), "a claimant gets nothing of the owner's");
        String json = download(mia, person);
        assertTrue(json.contains("Gold") && json.contains("I am Vera") && !json.contains("Mallory"), json);

        titled(visitor(mia, mallory), "Erase").click();
        mia.getByLabel("To go on").fill(code(other));
        inDialog(mia, "Erase everything").click();
        assertThat(dialog(mia)).containsText("something else than what is shown above");
        mia.getByLabel("To go on").fill(code(mallory));
        inDialog(mia, "Erase everything").click();
        assertThat(person).containsText("1 more only claims this address: not included");
        assertEquals("Gold", installation.query("SELECT crm_status FROM visitor_record WHERE id = ?", record).get(0));

        titled(person, "Erase").click();
        assertThat(dialog(mia)).containsText("One more visitor only claims the address and stays.");
        mia.getByLabel("To go on").fill(code(hers));
        inDialog(mia, "Erase everything").click();
        assertThat(dialog(mia)).containsText("something else than what is shown above");
        mia.getByLabel("To go on").fill(email);
        inDialog(mia, "Erase everything").click();
        assertThat(mia.getByText("Everything of " + email + " is erased.")).isVisible();
        assertThat(visitor(mia, other)).isVisible();
        assertThat(row(mia)).hasCount(1);
        assertEquals("0", installation.query("SELECT count(*) FROM visitor WHERE id = ?", hers).get(0));
        assertEquals("1", installation.query("SELECT count(*) FROM message WHERE conversation_id = ?", other).get(0));
        assertEquals("null null", installation.query("SELECT concat_ws(' ', COALESCE(name, 'null'), COALESCE(crm_status, 'null')) "
            + "FROM visitor_record WHERE id = ?", record).get(0));
        Await.until("the claimant's chat is not found by the owner's name any more", Duration.ofSeconds(20),
            () -> installation.query("SELECT count(*) FROM conversation_search WHERE conversation_id = ? "
                + "AND (who ILIKE '%lindqvist%' OR document @@ 'lindqvist')", other).equals(List.of("0")));
        String cookie = People.cookie(installation, "mia");
        assertEquals(404, People.get(installation, "api/v1/privacy/persons/" + record + "/export.json", cookie).statusCode());
    }

    private static String download(Page page, Locator row) throws Exception {
        return new String(page.waitForDownload(() -> row.getByRole(AriaRole.LINK).click()).createReadStream().readAllBytes(), UTF_8);
    }

    private static String code(UUID visitor) {
        return visitor.toString().substring(28);
    }

    private static Locator visitor(Page page, UUID id) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(code(id)));
    }

    @Test
    void whatAPurgeWouldDoIsCounted() {
        Page sam = privacy("sam");
        button(sam, "Count what would go").click();
        assertThat(run(sam, "Count only").filter(new Locator.FilterOptions().setHasText("Sam Lindqvist")).first())
            .containsText("completed");
    }

    @Test
    void othersAreTurnedAway() {
        browsers.expect("status of 403");
        chat();
        Page ana = InboxWindow.signedIn(browsers.open(), installation, "ana").page();
        assertThat(ana.getByRole(AriaRole.SWITCH)).isEnabled();
        assertEquals(403, ana.navigate(installation.address().resolve("admin/privacy").toString()).status());
        String export = "api/v1/privacy/visitors/" + visitor + "/export.json";
        assertEquals(403, People.get(installation, export, People.cookie(installation, "ana")).statusCode());
        assertEquals(401, People.get(installation, export, null).statusCode());
        assertEquals(200, People.get(installation, export, People.cookie(installation, "sam")).statusCode());
        String person = "api/v1/privacy/persons/" + visitor + "/export.json";
        assertEquals(403, People.get(installation, person, People.cookie(installation, "ana")).statusCode());
        assertEquals(401, People.get(installation, person, null).statusCode());
        assertEquals(404, People.get(installation, person, People.cookie(installation, "sam")).statusCode(), "a visitor is no person");
    }

    private Page privacy(String userName) {
        Page page = browsers.open().newPage();
        page.navigate(installation.address().resolve("admin/privacy").toString());
        new InboxWindow(page).signIn(userName, "demo");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Privacy").setExact(true))).isVisible();
        assertThat(page.locator("main:not([inert])")).isVisible();
        return page;
    }

    private Locator row(Page page) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(email));
    }

    private static Locator run(Page page, String kind) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(kind));
    }

    private static Locator titled(Locator row, String act) {
        return row.getByTitle(Pattern.compile("^" + act + ":"));
    }

    private static Locator dialog(Page page) {
        return page.getByRole(AriaRole.DIALOG).filter(new Locator.FilterOptions().setVisible(true));
    }

    private static Locator inDialog(Page page, String name) {
        return dialog(page).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
