package org.agentinbox.web.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

import org.junit.jupiter.api.Test;

/** Times on the server's pages, as the scripts write them (inbox/time.test.js has the same cases). */
class ReaderTimesTest {

    private static final Instant NOW = Instant.parse("2026-06-15T10:00:00Z");

    private static ReaderTimes in(Locale locale, String zone) {
        return new ReaderTimes(new InboxTexts(locale), ZoneId.of(zone), NOW);
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    @Test
    void howLongAgo() {
        ReaderTimes english = in(Locale.ENGLISH, "Europe/Berlin");
        ReaderTimes korean = in(Locale.KOREAN, "Asia/Seoul");
        assertEquals("now", english.ago(at("2026-06-15T09:59:01Z")));
        assertEquals("5 min", english.ago(at("2026-06-15T09:55:00Z")));
        assertEquals("2 hr", english.ago(at("2026-06-15T07:30:00Z")));
        assertEquals("Fri", english.ago(at("2026-06-12T10:00:00Z")));
        assertEquals("Jun 9", english.ago(at("2026-06-09T10:00:00Z")));
        assertEquals("5분", korean.ago(at("2026-06-15T09:55:00Z")));
        assertEquals("2시간", korean.ago(at("2026-06-15T07:30:00Z")));
        assertEquals("6월 9일", korean.ago(at("2026-06-09T10:00:00Z")));
    }

    @Test
    void clocksAndDays() {
        assertEquals("12:00 PM", in(Locale.ENGLISH, "Europe/Berlin").clock(NOW));
        assertEquals("오후 7:00", in(Locale.KOREAN, "Asia/Seoul").clock(NOW));
        ReaderTimes berlin = in(Locale.ENGLISH, "Europe/Berlin");
        assertEquals("Today", berlin.dayName(at("2026-06-14T22:00:00Z")));
        assertEquals("Yesterday", berlin.dayName(at("2026-06-14T21:59:59Z")));
        assertEquals("Saturday, June 13", berlin.dayName(at("2026-06-13T10:00:00Z")));
        assertEquals("Saturday, June 14, 2025", berlin.dayName(at("2025-06-14T10:00:00Z")));
        assertEquals("어제", in(Locale.KOREAN, "Asia/Seoul").dayName(at("2026-06-14T01:00:00Z")));
    }

    @Test
    void timesToCome() {
        ReaderTimes berlin = in(Locale.ENGLISH, "Europe/Berlin");
        assertEquals("5:00 PM", berlin.upcoming(at("2026-06-15T15:00:00Z")));
        assertEquals("Tue 9:00 AM", berlin.upcoming(at("2026-06-16T07:00:00Z")));
        assertEquals("Jun 22, 9:00 AM", berlin.upcoming(at("2026-06-22T07:00:00Z")));
        assertTrue(berlin.isMidnight(at("2026-06-15T22:00:00Z")));
        assertFalse(in(Locale.ENGLISH, "UTC").isMidnight(at("2026-06-15T22:00:00Z")));
    }

    @Test
    void theClockOnAnotherWall() {
        assertEquals("7:00 PM", in(Locale.ENGLISH, "Europe/Berlin").clockIn(ZoneId.of("Asia/Seoul")));
        assertEquals("Tue 12:00 AM", in(Locale.ENGLISH, "Europe/Berlin").clockIn(ZoneId.of("Pacific/Kiritimati")));
    }
}
