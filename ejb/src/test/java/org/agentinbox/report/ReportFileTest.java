package org.agentinbox.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** Reports as files: exact, guarded, and honest about what is not known. */
class ReportFileTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    @Test
    void aTopicIsNeverAFormula() {
        DateRange range = new DateRange(DAY, DAY);
        PeriodFigures nothing = PeriodFigures.of(List.of());
        List<TopicCount> topics = List.of(new TopicCount("=HYPERLINK(\"http://x\")", false, 7, 3L), new TopicCount("배송, 반품", true, 2, null),
            new TopicCount("-1+1", true, 1, 0L));
        assertEquals("\uFEFFtopic,chats,chats_in_the_period_before,counted_from_chats\r\n\"'=HYPERLINK(\"\"http://x\"\")\",7,3,5\r\n"
            + "\"배송, 반품\",2,\"\",1\r\n'-1+1,1,0,1\r\n",
            text(ReportFile
                .topics(new ReportView(range, DAY, ZoneOffset.UTC, Optional.empty(), Map.of(), nothing, nothing, topics, 3, 5, true))));
    }

    @Test
    void daysHaveSecondsAndWhatIsNotKnownIsEmpty() {
        DayFigures figures = new DayFigures(DAY, 0, 5, 3, 2, new DurationStats(3, 10_000, 3_250L), new DurationStats(2, 3_000, 1_000L),
            DurationStats.NONE, 1L);
        String[] lines = text(ReportFile.days(new DateRange(DAY, DAY.plusDays(1)), Map.of(DAY, figures))).split("\r\n");
        assertEquals(3, lines.length);
        assertEquals("2026-03-01,5,3,2,3.333,3.25,1.5,1,\"\",\"\",1", lines[1]);
        assertEquals("2026-03-02" + ",\"\"".repeat(10), lines[2]);
    }

    @Test
    void severalDaysHaveMeansAndNoMedian() {
        DayFigures one = new DayFigures(DAY, 0, 5, 3, 2, new DurationStats(3, 9_000, 3_000L), DurationStats.NONE, DurationStats.NONE, 1L);
        DayFigures other = new DayFigures(DAY.plusDays(1), 0, 1, 1, 0, new DurationStats(1, 1_000, 1_000L), DurationStats.NONE,
            DurationStats.NONE, null);
        assertEquals(new PeriodFigures(6, 4, 2, new DurationStats(4, 10_000, null), DurationStats.NONE, DurationStats.NONE, null),
            PeriodFigures.of(List.of(one, other)));
        assertEquals(2_500, PeriodFigures.of(List.of(one, other)).accept().mean());
        assertEquals(1, PeriodFigures.of(List.of(one)).booked());
    }
}
