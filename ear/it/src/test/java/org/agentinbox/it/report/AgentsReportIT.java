package org.agentinbox.it.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.it.support.BatchJobs;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agents and teams count by what they did: after a transfer, a take-over, a reassignment and where a team did not take a chat. */
class AgentsReportIT {

    private static final LocalDate DAY = LocalDate.now(Installation.ZONE).minusDays(120);
    private static final String RANGE = "?from=" + DAY + "&to=" + DAY;

    private final Installation installation = Installation.shared();
    private final String ana = id("ana");
    private final String ben = id("ben");
    private final String chae = id("chae");
    private final String team = UUID.randomUUID().toString();
    private final String teamName = "Of the report " + team.substring(0, 8);
    private HandmadeChats hand;

    private String id(String userName) {
        return installation.query("SELECT id FROM account WHERE user_name = ?", userName).get(0);
    }

    private String name(String userName) {
        return installation.query("SELECT display_name FROM account WHERE user_name = ?", userName).get(0);
    }

    /** Nothing was purged, so that the day's history counts as whole. */
    @BeforeEach
    void chats() {
        installation.query("DELETE FROM retention_run");
        installation.query("INSERT INTO team (id, version, name, lead_id, changed_at) VALUES (?::uuid, 0, ?, ?::uuid, now())", team,
            teamName, ben);
        List.of(ben, chae).forEach(member -> installation.query("INSERT INTO team_member VALUES (?::uuid, ?::uuid)", team, member));
        hand = new HandmadeChats(installation, DAY);
        hand.transferred(ana, ben);
        UUID takenOver = hand.chat("ENDED", "AGENT", chae, 20, 500);
        hand.offer(takenOver, "REQUEST", ana, "ACCEPTED", 0, 20);
        hand.had(takenOver, List.of(ana, chae), 20, 200);
        hand.endedBy(takenOver, chae);
        UUID reassigned = hand.chat("ENDED", "AGENT", chae, 10, 420);
        hand.offer(reassigned, "REQUEST", ana, "ACCEPTED", 0, 10);
        hand.offer(reassigned, "TRANSFER", ben, "MOVED", 100, 120);
        hand.had(reassigned, List.of(ana, chae), 10, 120);
        String whoTakesNoChats = UUID.randomUUID().toString();
        hand.endedBy(reassigned, whoTakesNoChats);
        UUID teamDidNotTakeIt = hand.chat("ENDED", "VISITOR", ana, 160, 460);
        hand.offer(teamDidNotTakeIt, "REQUEST", ben, "LAPSED", 0, 100);
        hand.offer(teamDidNotTakeIt, "REQUEST", chae, "DECLINED", 100, 150);
        hand.offer(teamDidNotTakeIt, "REQUEST", ana, "ACCEPTED", 150, 160);
        hand.had(teamDidNotTakeIt, List.of(ana), 160);
        hand.wrote(teamDidNotTakeIt, 1, ana, 200);
        UUID missed = hand.chat("MISSED", null, null, 0, 100);
        hand.offer(missed, "REQUEST", ben, "LAPSED", 0, 100);
    }

    @AfterEach
    void remove() {
        hand.close();
        installation.query("DELETE FROM team WHERE id = ?::uuid", team);
    }

    private List<String> lines(String file, String query) {
        var answer = People.get(installation, "api/v1/reports/" + file + RANGE + query, People.cookie(installation, "sam"));
        assertEquals(200, answer.statusCode(), answer.body());
        List<String> lines = answer.body().substring(1).lines().toList();
        return lines.subList(1, lines.size());
    }

    private void eachCountsByWhatTheyDid() {
        assertEquals(List.of(name("ana") + ",4,4,0,0,4,3,0,12.5,2,115,225,0", name("ben") + ",4,1,0,2,1,0,1,20,0,\"\",300,0",
            name("chae") + ",1,0,1,0,2,0,1,\"\",0,\"\",300,0"), lines("agents.csv", ""));
        assertEquals(List.of(teamName + ",5,1,1,2,3,0,2,20,0,\"\",300,0"), lines("teams.csv", "&team=" + team));
        assertEquals(List.of(DAY + ",5,4,1,50,10,115,30,450,410,0"), lines("days.csv", ""));
        assertEquals(List.of(DAY + ",5,1,2,20,\"\",\"\",\"\",300,\"\",0"), lines("days.csv", "&team=" + team));
        assertEquals(List.of(DAY + ",4,1,2,20,20,\"\",\"\",300,300,0"), lines("days.csv", "&team=" + team + "&agent=" + ben));
        String nothing = DAY + ",0,0,0,\"\",\"\",\"\",\"\",\"\",\"\",0";
        assertEquals(List.of(nothing), lines("days.csv", "&team=" + team + "&agent=" + ana));
        assertEquals(List.of(nothing), lines("days.csv", "&team=" + UUID.randomUUID()));
    }

    @Test
    void eachCountsByWhatTheyDidAlsoWhenOnlyTheFiguresAreLeft() throws Exception {
        eachCountsByWhatTheyDid();
        assertEquals(2, lines("agents.csv", "&team=" + team).size(), "the members");
        try (BatchJobs jobs = new BatchJobs(installation)) {
            assertEquals("COMPLETED", jobs.ended("conversation-summary", jobs.start("conversation-summary", Map.of())));
        }
        installation.query("UPDATE offer SET state = 'LAPSED' WHERE conversation_id IN (SELECT c.id FROM conversation c JOIN visitor v "
            + "ON v.id = c.visitor_id WHERE v.name = 'By hand')");
        eachCountsByWhatTheyDid();
    }

    @Test
    void thePageSetsThemSideBySideAndLeadsOfTeamsDoNotSeeIt() {
        var page = People.get(installation, "reports" + RANGE + "&team=" + team, People.cookie(installation, "mia"));
        assertTrue(page.body().contains("Agents side by side") && page.body().contains("Teams side by side"), page.body());
        assertTrue(page.body().contains(teamName) && page.body().contains("Went on to others"), page.body());
        for (String path : List.of("reports", "api/v1/reports/agents.csv", "api/v1/reports/teams.csv")) {
            assertEquals(403, People.get(installation, path, People.cookie(installation, "ben")).statusCode(), path);
        }
    }

    @Test
    void whatWasNotCountedYetIsEmpty() {
        installation.query("INSERT INTO daily_figure (day, zone, agent_id, open, requested, connected, missed, accept_count, "
            + "accept_total, response_count, response_total, length_count, length_total, booked) SELECT ?::date, ?, a.id, 0, 9, 8, 1, 0, "
            + "0, 0, 0, 0, 0, 0 FROM (VALUES (?::uuid), (NULL)) a (id)", DAY.toString(), Installation.ZONE.getId(), ana);
        installation.query("INSERT INTO retention_run (id, kind, job_instance, started_by, cutoff, dry_run, state, started_at, active_at) "
            + "VALUES (gen_random_uuid(), 'PURGE', 1, 'by hand', now(), false, 'COMPLETED', now(), now())");
        assertEquals(List.of(name("ana") + ",9,8,\"\",1,\"\",\"\",\"\",\"\",0,\"\",\"\",0"), lines("agents.csv", ""));
        installation.query("DELETE FROM retention_run");
    }
}
