package org.agentinbox.dayoff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.agentinbox.hours.ical.EventTimes;
import org.agentinbox.hours.ical.ZoneRules;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.list.ImportProblem;
import org.agentinbox.platform.list.ListFile;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;

/**
 * The events of an iCalendar file as days off, and what is wrong with it. Whatever is in the file, reading it does not fail and costs
 * little. What calendars make of busy and free does not count: holidays are mostly marked as free.
 */
final class HolidayFile {

    /** The most days off that a file may give. */
    static final int MOST = 1_000;
    private static final int MOST_EVENTS = 5_000;
    private static final int MOST_PROBLEMS = 100;
    private static final String BOM = "\uFEFF";
    private static final Pattern BREAK = Pattern.compile("\r\n|\r|\n");
    private static final Pattern BEGIN = Pattern.compile("\\s*BEGIN\\s*:\\s*VEVENT\\s*", Pattern.CASE_INSENSITIVE);

    /** What can be wrong with the file or with an event. Clients get the constant's name. */
    enum Wrong {
        /** It has more than 1 MiB. */
        TOO_BIG,
        /** It is not UTF-8. */
        NOT_UTF8,
        /** It is no calendar, or one without events. */
        NO_EVENTS,
        /** There would be too many: of the file more than 1,000, or of the site more than 2,000. */
        TOO_MANY,
        /** An event has no name (SUMMARY), or one of more than 100 characters. */
        NAME,
        /** An event has no start, ends before it, lasts more than ten years, or has a time that does not exist. */
        TIME,
        /** An event is repeated by a rule that makes no days: within a day, by several rules, or by one that is none. */
        RULE,
        /** Two events are the same by their UID and start. */
        TWICE
    }

    private final Instant now;
    private final List<Holiday> holidays = new ArrayList<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private HolidayFile(Instant now) {
        this.now = now;
    }

    /**
     * @param bytes the file
     * @param now what is over by then is left out, and so is what is more than three years away
     */
    static HolidayFile read(byte[] bytes, Instant now) {
        HolidayFile file = new HolidayFile(now);
        if (bytes.length > ListFile.MOST_BYTES) {
            file.problem(0, Wrong.TOO_BIG);
            return file;
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            file.readCalendars(text.startsWith(BOM) ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            file.problem(0, Wrong.NOT_UTF8);
        }
        return file;
    }

    private void readCalendars(String text) {
        List<ICalendar> calendars = parse(text);
        int events = calendars.stream().mapToInt(calendar -> calendar.getEvents().size()).sum();
        if (events == 0 || events > MOST_EVENTS) {
            problem(0, events == 0 ? Wrong.NO_EVENTS : Wrong.TOO_MANY);
            return;
        }
        List<Integer> lines = lines(text);
        int index = 0;
        for (ICalendar calendar : calendars) {
            EventTimes times = new EventTimes(calendar.getTimezoneInfo(), ZoneOffset.UTC);
            for (VEvent event : calendar.getEvents()) {
                readEvent(new HolidayEvent(times, event, calendar.getEvents()), lines.size() == events ? lines.get(index) : 0);
                index++;
            }
        }
    }

    private static List<ICalendar> parse(String text) {
        try (ICalReader reader = new ICalReader(ZoneRules.plausible(text))) {
            return reader.readAll();
        } catch (IOException | RuntimeException e) {
            // Broken beyond what the library forgives.
            return List.of();
        }
    }

    /** @return the lines on which events begin, from 1 */
    private static List<Integer> lines(String text) {
        List<Integer> begins = new ArrayList<>();
        Matcher ends = BREAK.matcher(text);
        int start = 0;
        for (int line = 1; start < text.length(); line++) {
            int end = ends.find() ? ends.start() : text.length();
            if (BEGIN.matcher(text).region(start, end).matches()) {
                begins.add(line);
            }
            start = end == text.length() ? end : ends.end();
        }
        return begins;
    }

    private void readEvent(HolidayEvent event, int line) {
        if (holidays.size() > MOST) {
            return;
        }
        try {
            if (event.isRepeatedOddly()) {
                problem(line, Wrong.RULE);
                return;
            }
            event.holidays(now, line).forEach(this::add);
        } catch (RefusedException e) {
            problem(line, "name".equals(e.field()) ? Wrong.NAME : Wrong.TIME);
        } catch (RuntimeException e) {
            // Dates and rules that no calendar has.
            problem(line, Wrong.TIME);
        }
    }

    private void add(Holiday holiday) {
        if (holidays.size() == MOST) {
            problem(0, Wrong.TOO_MANY);
        }
        if (!seen.add(holiday.key())) {
            problem(holiday.line(), Wrong.TWICE);
        }
        if (holidays.size() <= MOST) {
            holidays.add(holiday);
        }
    }

    private void problem(int line, Wrong reason) {
        ImportProblem problem = new ImportProblem(line, reason);
        if (problems.size() < MOST_PROBLEMS && !problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** @return the days off, in the order of their events */
    List<Holiday> holidays() {
        return holidays;
    }

    /** @return what is wrong; then nothing may be imported */
    List<ImportProblem> problems() {
        return problems;
    }
}
