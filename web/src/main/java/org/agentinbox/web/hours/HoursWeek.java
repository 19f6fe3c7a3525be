package org.agentinbox.web.hours;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.agentinbox.hours.Block;
import org.agentinbox.hours.Schedule;
import org.agentinbox.hours.ScheduleProblem;

/**
 * A week of hours while somebody edits it, for live chats or for meetings: seven days of rows, each with two fields. Text that is wrong is
 * kept, so that it can be corrected.
 */
public class HoursWeek implements Serializable {

    private static final long serialVersionUID = 1L;

    private final List<HoursDay> days = Arrays.stream(DayOfWeek.values()).map(HoursDay::new).toList();

    /** A row and the block that it describes. */
    private record Read(HoursRow row, Block block) {}

    /**
     * A row with a problem.
     *
     * @param index of the row in its day, from 0
     */
    public record Wrong(HoursDay day, int index, HoursRow row) {}

    /** @param blocks the stored hours, in any order */
    public HoursWeek(Collection<Block> blocks) {
        blocks.stream().sorted().forEach(block -> day(block.day()).getRows().add(new HoursRow(block)));
    }

    /** Fills in Monday to Friday, 9 to 17, a common start. */
    public void fillUsual() {
        HoursDay monday = day(DayOfWeek.MONDAY);
        monday.getRows().add(new HoursRow(Block.of(DayOfWeek.MONDAY, "09:00", "17:00")));
        copy(monday, monday.alike());
    }

    public void copy(HoursDay source, Collection<DayOfWeek> targets) {
        targets.forEach(target -> day(target).takeFrom(source));
    }

    /**
     * Marks what is wrong with each time.
     *
     * @param finished whether the person has finished, so that missing times are problems
     * @return whether nothing is wrong
     */
    public boolean check(boolean finished) {
        days.forEach(day -> day.getRows().forEach(row -> row.check(finished)));
        List<Read> read = read();
        List<Block> blocks = read.stream().map(Read::block).toList();
        Schedule.problems(blocks).forEach(problem -> mark(read, problem));
        return firstWrong().isEmpty();
    }

    /** @return the first row, in the order of the days, in which the last {@link #check} found a problem */
    public Optional<Wrong> firstWrong() {
        return days.stream().flatMap(day -> IntStream.range(0, day.getRows().size()).mapToObj(i -> new Wrong(day, i, day.getRows().get(i))))
            .filter(hours -> hours.row().isWrong()).findFirst();
    }

    private static void mark(List<Read> read, ScheduleProblem problem) {
        Read wrong = read.get(problem.index());
        switch (problem.kind()) {
            case ENDS_BEFORE_START -> wrong.row().endsBeforeStart();
            case OVERLAPS -> read.stream().filter(other -> other != wrong).map(Read::block).filter(wrong.block()::overlaps)
                .min(Block::compareTo).ifPresent(wrong.row()::overlaps);
        }
    }

    /** @return the hours without a problem, according to the last {@link #check} */
    public List<Block> blocks() {
        return read().stream().filter(read -> !read.row().isWrong()).map(Read::block).sorted().toList();
    }

    private List<Read> read() {
        List<Read> read = new ArrayList<>();
        days.forEach(day -> day.getRows().forEach(row -> row.block(day.getDay()).ifPresent(block -> read.add(new Read(row, block)))));
        return read;
    }

    public HoursDay day(DayOfWeek day) {
        return days.get(day.ordinal());
    }

    /** @return Monday to Sunday */
    public List<HoursDay> getDays() {
        return days;
    }

    /** @return whether there is not a single row */
    public boolean isFree() {
        return days.stream().allMatch(day -> day.getRows().isEmpty());
    }
}
