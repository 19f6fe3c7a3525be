package org.agentinbox.web.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;

import org.agentinbox.report.DateRange;
import org.agentinbox.web.platform.Bundles;
import org.junit.jupiter.api.Test;

/** Plots and words of reports. */
class DayPlotTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static ReportFormat words(Locale locale) {
        return new ReportFormat(Bundles.bundle("pages", locale), locale);
    }

    @Test
    void barsStandOnEachOtherAndStayWithin() {
        Map<LocalDate, List<DayPlot.Part>> parts = Map.of(DAY, List.of(new DayPlot.Part("connected", 6), new DayPlot.Part("missed", 4)),
            DAY.plusDays(1), List.of(new DayPlot.Part("connected", 0)));
        DayPlot plot = DayPlot.of(DAY.datesUntil(DAY.plusDays(4)).toList(), parts::get, Objects::toString, new Scale(10, "10", "5"),
            Objects::toString);
        assertEquals(List.of(new DayPlot.Bar("connected", "64.0", "72.0"), new DayPlot.Bar("missed", "16.0", "48.0")),
            plot.slots().get(0).bars());
        assertEquals(List.of(), plot.slots().get(1).bars());
        assertEquals(List.of(true, true, false, false), plot.slots().stream().map(DayPlot.Slot::known).toList());
        assertEquals("75.000%", plot.slots().get(3).x());
        assertEquals(List.of("start", "middle", "end"), plot.labels().stream().map(DayPlot.Label::anchor).toList());
        assertEquals("37.500%", plot.labels().get(1).x(), "the day in the middle is below its bar");
    }

    @Test
    void scalesAreRoundAndNeverTooLow() {
        assertEquals(List.of(2L, 2L, 4L, 6L, 10L, 20L, 40L, 200L, 1_000L),
            LongStream.of(0, 2, 3, 5, 7, 11, 39, 101, 999).mapToObj(most -> Scale.ofNumbers(most, Long::toString).top()).toList());
        assertEquals(List.of(10_000L, 30_000L, 600_000L, 172_800_000L),
            LongStream.of(0, 20_001, 301_000, 90_000_000).mapToObj(most -> Scale.ofTimes(most, Long::toString).top()).toList());
        for (long most = 1; most < 200_000_000; most = most * 3 + 1) {
            assertTrue(Scale.ofNumbers(most, Long::toString).top() >= most && Scale.ofTimes(most, Long::toString).top() >= most,
                "too low for " + most);
        }
    }

    @Test
    void timesAndChangesInWords() {
        ReportFormat english = words(Locale.ENGLISH);
        assertEquals(List.of("0 s", "59 s", "1 min", "1 min 30 s", "2 h", "26 h 5 min", "-"),
            List.of(english.duration(400L), english.duration(59_400L), english.duration(59_600L), english.duration(90_000L),
                english.duration(7_200_000L),
                english.duration(93_900_000L), english.duration(null)));
        assertEquals("1분 30초", words(Locale.KOREAN).duration(90_000L));
        assertEquals(List.of("+50%", "−50%", "±0%", "new", "", "+1,900%"),
            List.of(english.change(3L, 2L), english.change(1L, 2L), english.change(2L, 2L),
                english.change(2L, 0L), english.change(2L, null), english.change(40L, 2L)));
    }

    @Test
    void theTableSaysWhatTheBarsShow() {
        DateRange range = new DateRange(DAY, DAY.plusDays(1));
        Chart chart = new Charts(range, words(Locale.ENGLISH), Charts.Whose.ALL).topic(Map.of(DAY, 3L, DAY.plusDays(1), 0L));
        assertEquals(List.of("Day", "Chats"), chart.columns());
        assertEquals(List.of(List.of("Mar 2, 2026", "0"), List.of("Mar 1, 2026", "3")), chart.rows());
        assertEquals("Mar 1, 2026\nChats: 3", chart.plot().slots().get(0).title());
        List<Chart> unknown = new Charts(range, words(Locale.ENGLISH), Charts.Whose.AGENT).of(Map.of());
        assertEquals(5, unknown.size());
        assertEquals(List.of("Mar 2, 2026", "not kept", "not kept", "not kept"), unknown.get(0).rows().get(0));
    }
}
