package org.agentinbox.web.hours;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A weekday in the editor, with its rows and the days to which they are to be copied. */
public class HoursDay implements Serializable {

    private static final long serialVersionUID = 1L;

    private final DayOfWeek day;
    private final List<HoursRow> rows = new ArrayList<>();
    private final Map<DayOfWeek, Boolean> copyTo = new EnumMap<>(DayOfWeek.class);

    HoursDay(DayOfWeek day) {
        this.day = day;
    }

    /** @return the days that most likely have the same hours: the other working days, or the other day of the weekend */
    public Set<DayOfWeek> alike() {
        return Arrays.stream(DayOfWeek.values()).filter(other -> other != day && isWeekend(other) == isWeekend(day))
            .collect(Collectors.toSet());
    }

    public Set<DayOfWeek> others() {
        return Arrays.stream(DayOfWeek.values()).filter(other -> other != day).collect(Collectors.toSet());
    }

    /** @return the ticked days; the ticks are removed */
    public Set<DayOfWeek> takeChosen() {
        Set<DayOfWeek> chosen = others().stream().filter(other -> Boolean.TRUE.equals(copyTo.get(other))).collect(Collectors.toSet());
        copyTo.clear();
        return chosen;
    }

    private static boolean isWeekend(DayOfWeek day) {
        return day.compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    void takeFrom(HoursDay source) {
        rows.clear();
        source.rows.forEach(row -> rows.add(new HoursRow(row.getFrom(), row.getTo())));
    }

    /** @return which day */
    public DayOfWeek getDay() {
        return day;
    }

    /** @return the hours, in the order in which they were added */
    public List<HoursRow> getRows() {
        return rows;
    }

    /** @return the days that were ticked as targets of a copy */
    public Map<DayOfWeek, Boolean> getCopyTo() {
        return copyTo;
    }
}
