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

/** Tests the figures by hour of the week and by entry, and of those who waited and left. */
class ArrivalsReportIT {

    private static final LocalDate DAY = LocalDate.now(Installation.ZONE).minusDays(140);
    private static final String RANGE = "?from=" + DAY + "&to=" + DAY;

    private final Installation installation = Installation.shared();
    private final String ana = installation.query("SELECT id FROM account WHERE user_name = 'ana'").get(0);
    private final String entry = "e-" + UUID.randomUUID().toString().substring(0, 8);
    private HandmadeChats hand;

    /** Nothing was purged, so that the day's history counts as whole. */
    @BeforeEach
    void chats() {
        installation.query("DELETE FROM retention_run");
        hand = new HandmadeChats(installation, DAY);
        UUID waited = hand.chat("ENDED", "AGENT", ana, 65, 300);
        hand.cameBy(waited, entry, 5);
        hand.wrote(waited, 1, ana, 100);
        UUID left = hand.chat("MISSED", "VISITOR", null, 0, 45);
        hand.cameBy(left, entry, 5);
        hand.chat("MISSED", null, null, 0, 200);
        UUID anHourLater = hand.chat("ENDED", "VISITOR", ana, 10, 110);
        hand.cameBy(anHourLater, entry, null);
        hand.anHourLater(anHourLater);
    }

    @AfterEach
    void remove() {
        hand.close();
    }

    private List<String> lines(String file, String query) {
        var answer = People.get(installation, "api/v1/reports/" + file + RANGE + query, People.cookie(installation, "mia"));
        assertEquals(200, answer.statusCode(), answer.body());
        List<String> lines = answer.body().substring(1).lines().toList();
        return lines.subList(1, lines.size());
    }

    private void theFiguresAreThere(String query) {
        int weekday = DAY.getDayOfWeek().getValue();
        List<String> hours = lines("hours.csv", query);
        assertEquals(7 * 24, hours.size());
        assertEquals(weekday + ",12,3,1,2,1,45,2,50,60,65,100,235", hours.get((weekday - 1) * 24 + 12));
        assertEquals(weekday + ",13,1,1,0,0,\"\",0,\"\",\"\",10,\"\",100", hours.get((weekday - 1) * 24 + 13));
        assertEquals(7 * 24 - 2, hours.stream().filter(line -> line.contains(",0,0,0,0,\"\",0,\"\",\"\",\"\",\"\",\"\"")).count());
        List<String> entries = lines("entries.csv", query);
        assertTrue(entries.contains(entry + "," + entry + ",3,2,1,1,45,2,50,60,37.5,100,167.5"), entries.toString());
        assertTrue(entries.get(0).startsWith("default,") && entries.get(0).contains(",1,0,1,0,"), entries.toString());
    }

    @Test
    void eachChatCountsInItsHourAndByItsEntryAlsoWhenOnlyTheFiguresAreLeft() throws Exception {
        theFiguresAreThere("");
        theFiguresAreThere("&agent=" + ana);
        try (BatchJobs jobs = new BatchJobs(installation)) {
            assertEquals("COMPLETED", jobs.ended("conversation-summary", jobs.start("conversation-summary", Map.of())));
        }
        installation.query("DELETE FROM chat_request WHERE entry_key = ?", entry);
        theFiguresAreThere("");
    }

    @Test
    void thePageShowsThem() {
        String page = People.get(installation, "reports" + RANGE, People.cookie(installation, "sam")).body();
        assertTrue(page.contains("When live chats come in") && page.contains("number heat-5\">3<") && page.contains("number heat-2\">1<"),
            page);
        assertTrue(page.contains("Entries side by side") && page.contains("<bdi>" + entry + "</bdi>"), page);
        assertTrue(page.contains("In the queue (longest)") && page.contains("1 min"), page);
    }
}
