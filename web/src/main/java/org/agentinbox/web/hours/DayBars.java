package org.agentinbox.web.hours;

import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.agentinbox.hours.Block;
import org.agentinbox.hours.DayOff;
import org.agentinbox.hours.DayPlan;
import org.agentinbox.hours.Span;

/** Draws hours as bars, one for each day: weeks in local time, coming days with their real length. */
public final class DayBars {

    private static final Duration USUAL = Duration.ofDays(1);
    private static final List<LocalTime> QUARTERS = List.of(LocalTime.of(6, 0), LocalTime.NOON, LocalTime.of(18, 0));

    private final ResourceBundle texts;
    private final Locale locale;

    public DayBars(ResourceBundle texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    /** @return Monday to Sunday, in local time */
    public List<DayBar> week(List<Block> blocks) {
        return Arrays.stream(DayOfWeek.values()).map(day -> weekday(day, blocks.stream().filter(b -> b.day() == day).sorted().toList()))
            .toList();
    }

    private DayBar weekday(DayOfWeek day, List<Block> blocks) {
        List<DayBar.Piece> pieces = blocks.stream()
            .map(b -> new DayBar.Piece(percent(b.startMinute(), Block.END_OF_DAY),
                percent(b.endMinute() - b.startMinute(), Block.END_OF_DAY)))
            .toList();
        String words = blocks.stream().map(b -> ClockTime.text(b.startMinute()) + "–" + ClockTime.text(b.endMinute()))
            .collect(Collectors.joining(", "));
        return new DayBar(day.getDisplayName(TextStyle.SHORT, locale), blocks.isEmpty() ? texts.getString("settings.none") : words, null,
            blocks.isEmpty(), "100%", pieces, QUARTERS.stream().map(t -> percent(t.toSecondOfDay(), USUAL.toSeconds())).toList());
    }

    /** @return the days with their real lengths: beside a day of 25 hours, one of 24 hours does not take the whole width */
    public List<DayBar> days(List<DayPlan> plans) {
        Duration longest = Stream.concat(Stream.of(USUAL), plans.stream().map(DayPlan::length)).max(Duration::compareTo).orElse(USUAL);
        return plans.stream().map(plan -> day(plan, longest)).toList();
    }

    private DayBar day(DayPlan plan, Duration longest) {
        DateTimeFormatter date = DateTimeFormatter.ofPattern(texts.getString("settings.date"), locale);
        List<DayBar.Piece> pieces = plan.spans().stream()
            .map(s -> new DayBar.Piece(percent(plan.starts(), s.from(), longest), percent(s.from(), s.to(), longest))).toList();
        List<String> ticks = QUARTERS.stream().map(t -> plan.date().atTime(t).atZone(plan.zone()).toInstant())
            .filter(t -> t.isAfter(plan.starts()) && t.isBefore(plan.ends())).map(t -> percent(plan.starts(), t, longest)).toList();
        String words = plan.spans().stream().map(span -> words(span, plan)).collect(Collectors.joining(", "));
        return new DayBar(date.format(plan.date()), plan.spans().isEmpty() ? texts.getString("settings.none") : words, note(plan),
            plan.spans().isEmpty(), percent(plan.starts(), plan.ends(), longest), pieces, ticks);
    }

    private String note(DayPlan plan) {
        List<String> notes = Stream.concat(plan.daysOff().stream().map(DayOff::name),
            plan.isClockChange() ? Stream.of(format("settings.clockChange", duration(plan.length()))) : Stream.empty()).distinct().toList();
        return notes.isEmpty() ? null : String.join(" · ", notes);
    }

    /** In local time, with the real length where a change of the clocks makes it differ. */
    private String words(Span span, DayPlan plan) {
        int from = minute(span.from(), plan.zone());
        int to = span.to().equals(plan.ends()) ? Block.END_OF_DAY : minute(span.to(), plan.zone());
        Duration length = Duration.between(span.from(), span.to());
        String times = ClockTime.text(from) + "–" + ClockTime.text(to);
        return length.equals(Duration.ofMinutes(to - from)) ? times : times + " (" + duration(length) + ")";
    }

    private String duration(Duration length) {
        String hours = format("settings.hours", length.toHours());
        return length.toMinutesPart() == 0 ? hours : hours + " " + format("settings.minutes", length.toMinutesPart());
    }

    private String format(String key, Object value) {
        return new MessageFormat(texts.getString(key), locale).format(new Object[]{value});
    }

    private static int minute(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalTime().toSecondOfDay() / 60;
    }

    private static String percent(Instant from, Instant to, Duration whole) {
        return percent(Duration.between(from, to).toSeconds(), whole.toSeconds());
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.3f%%", 100.0 * part / whole);
    }
}
