package org.agentinbox.web.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.agentinbox.report.ArrivalFigures;
import org.agentinbox.report.DurationStats;
import org.agentinbox.report.WeekHour;
import org.agentinbox.web.platform.Bundles;
import org.junit.jupiter.api.Test;

/** The table of the week's hours. */
class HeatMapTest {

    private static final DurationStats NO_TIMES = new DurationStats(0, 0, null);

    private static HeatMap of(Map<WeekHour, ArrivalFigures> hours, Locale locale) {
        return HeatMap.of(hours, new ReportFormat(Bundles.bundle("pages", locale), locale));
    }

    private static ArrivalFigures requested(long number) {
        return new ArrivalFigures(number, 0, 0, 0, NO_TIMES, NO_TIMES, NO_TIMES, NO_TIMES, NO_TIMES, null);
    }

    @Test
    void eachHourHasItsNumberAndAsMuchColourAsItsShareOfTheBusiestOne() {
        HeatMap map = of(Map.of(new WeekHour(DayOfWeek.MONDAY, 0), requested(1), new WeekHour(DayOfWeek.MONDAY, 9), requested(1_500),
            new WeekHour(DayOfWeek.MONDAY, 23), requested(600)), Locale.UK);
        HeatMap.Row monday = map.days().get(0);
        assertEquals(List.of("00", "09", "23"), List.of(map.hours().get(0), map.hours().get(9), map.hours().get(23)));
        assertEquals("Monday", monday.day());
        assertEquals("2,101", monday.total());
        assertEquals(List.of(new HeatMap.Cell("1", 1), new HeatMap.Cell("1,500", 5), new HeatMap.Cell("600", 2), new HeatMap.Cell("0", 0)),
            List.of(monday.cells().get(0), monday.cells().get(9), monday.cells().get(23), monday.cells().get(1)));
    }

    @Test
    void theWeekBeginsAsTheReaderIsUsedTo() {
        assertEquals(List.of("일요일", "토요일"), List.of(of(Map.of(), Locale.KOREA).days().get(0).day(),
            of(Map.of(), Locale.KOREA).days().get(6).day()));
        assertEquals(24, of(Map.of(), Locale.KOREA).days().get(3).cells().stream().filter(cell -> cell.level() == 0).count());
    }
}
