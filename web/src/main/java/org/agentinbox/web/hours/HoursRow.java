package org.agentinbox.web.hours;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.util.Optional;
import java.util.OptionalInt;

import org.agentinbox.hours.Block;

/** A start and an end as somebody types them. They are kept as typed, even where they are wrong. */
public class HoursRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private String from;
    private String to;
    private HoursProblem fromProblem;
    private HoursProblem toProblem;
    private String other;

    public HoursRow(String from, String to) {
        this.from = from;
        this.to = to;
    }

    HoursRow(Block block) {
        this(ClockTime.text(block.startMinute()), ClockTime.text(block.endMinute()));
    }

    boolean isEmpty() {
        return from == null && to == null;
    }

    /** Checks each time alone, after removing earlier problems. A missing time is a problem only where the person has finished. */
    void check(boolean finished) {
        other = null;
        fromProblem = problem(from, ClockTime.start(from), finished, HoursProblem.NO_START, HoursProblem.UNREADABLE_START);
        toProblem = problem(to, ClockTime.end(to), finished, HoursProblem.NO_END, HoursProblem.UNREADABLE_END);
    }

    private HoursProblem problem(String written, OptionalInt minutes, boolean finished, HoursProblem missing, HoursProblem unreadable) {
        if (written == null) {
            return finished && !isEmpty() ? missing : null;
        }
        return minutes.isPresent() ? null : unreadable;
    }

    /** @return the hours, whether valid or not; empty where one of the times is missing or cannot be read */
    Optional<Block> block(DayOfWeek day) {
        OptionalInt start = ClockTime.start(from);
        OptionalInt end = ClockTime.end(to);
        return start.isPresent() && end.isPresent() ? Optional.of(new Block(day, start.getAsInt(), end.getAsInt())) : Optional.empty();
    }

    void endsBeforeStart() {
        toProblem = HoursProblem.ENDS_BEFORE_START;
    }

    void overlaps(Block earlier) {
        fromProblem = HoursProblem.OVERLAPS;
        other = new HoursRow(earlier).getText();
    }

    boolean isWrong() {
        return fromProblem != null || toProblem != null;
    }

    /** @return the start as it was written, or null */
    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = blankToNull(from);
    }

    /** @return the end as it was written, or null */
    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = blankToNull(to);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** @return both as they were written, such as {@code 9–12:30} */
    public String getText() {
        return to == null ? from : (from == null ? "" : from) + "–" + to;
    }

    /** @return the start in the usual notation, or null */
    public String getFromTime() {
        OptionalInt start = ClockTime.start(from);
        return start.isPresent() ? ClockTime.text(start.getAsInt()) : null;
    }

    /** @return the end in the usual notation, or null */
    public String getToTime() {
        OptionalInt end = ClockTime.end(to);
        return end.isPresent() ? ClockTime.text(end.getAsInt()) : null;
    }

    /** @return what is wrong with the start, or null */
    public HoursProblem getFromProblem() {
        return fromProblem;
    }

    /** @return what is wrong with the end, or null */
    public HoursProblem getToProblem() {
        return toProblem;
    }

    /** @return the hours with which these overlap, or null */
    public String getOther() {
        return other;
    }
}
