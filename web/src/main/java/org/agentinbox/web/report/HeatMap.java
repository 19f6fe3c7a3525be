package org.agentinbox.web.report;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.agentinbox.report.ArrivalFigures;
import org.agentinbox.report.WeekHour;

/**
 * The hours of the week by how many live chats are requested in them: a table whose numbers say everything, with a background as a help.
 *
 * @param hours the heads of the 24 columns
 * @param days the rows, from the first day of the reader's week on
 */
public record HeatMap(List<String> hours, List<Row> days) {

    private static final int HOURS = 24;
    private static final int LEVELS = 5;

    /**
     * A day of the week.
     *
     * @param total of its hours
     */
    public record Row(String day, List<Cell> cells, String total) {}

    /**
     * An hour of a day of the week.
     *
     * @param level 0 for no chat, to 5 for as many as the hour with the most has
     */
    public record Cell(String number, int level) {}

    static HeatMap of(Map<WeekHour, ArrivalFigures> hours, ReportFormat format) {
        long most = hours.values().stream().mapToLong(ArrivalFigures::requested).max().orElse(0);
        DayOfWeek first = WeekFields.of(format.locale()).getFirstDayOfWeek();
        return new HeatMap(IntStream.range(0, HOURS).mapToObj("%02d"::formatted).toList(),
            IntStream.range(0, DayOfWeek.values().length).mapToObj(first::plus).map(day -> row(day, hours, most, format)).toList());
    }

    private static Row row(DayOfWeek day, Map<WeekHour, ArrivalFigures> hours, long most, ReportFormat format) {
        List<Long> chats = IntStream.range(0, HOURS)
            .mapToObj(hour -> hours.getOrDefault(new WeekHour(day, hour), ArrivalFigures.NONE).requested()).toList();
        return new Row(day.getDisplayName(TextStyle.FULL_STANDALONE, format.locale()),
            chats.stream().map(number -> new Cell(format.number(number), level(number, most))).toList(),
            format.number(chats.stream().mapToLong(Long::longValue).sum()));
    }

    private static int level(long number, long most) {
        return number == 0 ? 0 : (int) ((LEVELS * number + most - 1) / most);
    }
}
