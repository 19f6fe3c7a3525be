package org.agentinbox.it.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests how reports count outcomes and tags: by the days on which chats ended, those of the list and removed ones that have chats. */
class OutcomesReportIT {

    private static final LocalDate DAY = LocalDate.now(Installation.ZONE).minusDays(200);
    private static final String RANGE = "?from=" + DAY + "&to=" + DAY;

    private final Installation installation = Installation.shared();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final UUID sold = choice("OUTCOME", "Sold " + mark, false);
    private final UUID unused = choice("OUTCOME", "Unused " + mark, false);
    private final UUID removed = choice("OUTCOME", "=Gone " + mark, true);
    private final UUID removedAndUnused = choice("OUTCOME", "Forgotten " + mark, true);
    private final UUID tag = choice("TAG", "Urgent " + mark, false);

    private UUID choice(String kind, String name, boolean isRemoved) {
        UUID id = UUID.randomUUID();
        installation.query("INSERT INTO wrap_up_choice (id, version, kind, name, name_ko, active, position, changed_at, removed_at) VALUES "
            + "(?::uuid, 0, ?, ?, '이름', true, 900, now(), CASE WHEN ? = 'true' THEN now() END)", id.toString(), kind, name,
            Boolean.toString(isRemoved));
        return id;
    }

    /** Two chats of ana's and one of ben's end within the day, one of ana's just after it. */
    @BeforeEach
    void chats() {
        chat("ana", 3600, sold, true);
        chat("ana", 0, removed, false);
        chat("ben", 7200, null, false);
        chat("ana", 86400, sold, true);
    }

    private void chat(String agent, int secondsAfterMidnight, UUID outcome, boolean tagged) {
        UUID id = UUID.randomUUID();
        String end = DAY.atStartOfDay(Installation.ZONE).toInstant().plusSeconds(secondsAfterMidnight).toString();
        installation.query("INSERT INTO visitor (id, version, name, created_at, seen_at) VALUES (?::uuid, 0, ?, ?::timestamptz, "
            + "?::timestamptz)", id.toString(), "Of the report " + mark, end, end);
        installation.query("INSERT INTO conversation (id, visitor_id, agent_id, request_client_id, state, end_reason, requested_at, "
            + "accepted_at, ended_at) SELECT v.id, v.id, a.id, v.id, 'ENDED', 'AGENT', t.at - interval '1 minute', "
            + "t.at - interval '50 seconds', t.at FROM visitor v, account a, (VALUES (?::timestamptz)) t (at) WHERE v.id = ?::uuid AND "
            + "a.user_name = ?", end, id.toString(), agent);
        if (outcome != null) {
            installation.query("INSERT INTO wrap_up (conversation_id, outcome_id, changed_by, changed_at) SELECT id, ?::uuid, agent_id, "
                + "now() FROM conversation WHERE id = ?::uuid", outcome.toString(), id.toString());
        }
        if (tagged) {
            installation.query("INSERT INTO wrap_up_tag (conversation_id, tag_id) VALUES (?::uuid, ?::uuid)", id.toString(),
                tag.toString());
        }
    }

    @AfterEach
    void remove() {
        String ours = "(SELECT id FROM visitor WHERE name = ?)";
        String name = "Of the report " + mark;
        installation.query("DELETE FROM wrap_up WHERE conversation_id IN " + ours, name);
        installation.query("DELETE FROM conversation WHERE visitor_id IN " + ours, name);
        installation.query("DELETE FROM visitor WHERE name = ?", name);
        List.of(sold, unused, removed, removedAndUnused, tag)
            .forEach(id -> installation.query("DELETE FROM wrap_up_choice WHERE id = ?::uuid", id.toString()));
    }

    private String get(String userName, String path) {
        HttpResponse<String> answer = People.get(installation, path, People.cookie(installation, userName));
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private List<String> ours(String file) {
        return file.substring(1).lines().filter(line -> line.contains(mark) || line.startsWith("outcome,\"\"")).toList();
    }

    @Test
    void eachOfTheListIsCountedAndWhatWasRemovedWhereItHasChats() {
        assertEquals(List.of("outcome,Sold " + mark + ",이름,1", "outcome,Unused " + mark + ",이름,0", "outcome,'=Gone " + mark + ",이름,1",
            "outcome,\"\",\"\",1", "tag,Urgent " + mark + ",이름,1"), sorted(ours(get("mia", "api/v1/reports/outcomes.csv" + RANGE))));
        String ana = installation.query("SELECT id FROM account WHERE user_name = 'ana'").get(0);
        List<String> ofAna = ours(get("sam", "api/v1/reports/outcomes.csv" + RANGE + "&agent=" + ana));
        assertTrue(ofAna.contains("outcome,Sold " + mark + ",이름,1"), ofAna.toString());
        assertFalse(ofAna.stream().anyMatch(line -> line.startsWith("outcome,\"\"")), "the chat without an outcome is ben's");
    }

    /** Two of one place in the list come by their ids, which are random. */
    private List<String> sorted(List<String> lines) {
        List<String> order = List.of("outcome,Sold", "outcome,Unused", "outcome,'=Gone", "outcome,\"\"", "tag,");
        return order.stream().flatMap(begin -> lines.stream().filter(line -> line.startsWith(begin))).toList();
    }

    @Test
    void thePageShowsThemInATable() {
        String page = get("mia", "reports" + RANGE);
        assertTrue(page.contains("Sold " + mark) && page.contains("=Gone " + mark + " (removed)") && page.contains("No outcome"), page);
        assertFalse(page.contains("Forgotten " + mark));
    }
}
