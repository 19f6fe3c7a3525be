package org.agentinbox.hours;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;

/**
 * A part of a weekday in which live chats or meetings come, in local time: the start is included, the end is not
 * (ear/src/docs/rules.md#availability).
 *
 * @param day the weekday
 * @param startMinute minutes after midnight, 0 to 1,439
 * @param endMinute minutes after midnight, above the start; 1,440 is 24:00
 */
public record Block(DayOfWeek day, int startMinute, int endMinute) implements Comparable<Block> {

    /** 24:00, the end of a day. */
    public static final int END_OF_DAY = 24 * 60;

    private static final Comparator<Block> ORDER = Comparator.comparing(Block::day).thenComparingInt(Block::startMinute)
        .thenComparingInt(Block::endMinute);

    /**
     * @param day on which
     * @param start such as {@code 09:00}
     * @param end such as {@code 12:00}; {@code 24:00} is allowed
     * @return the block
     */
    public static Block of(DayOfWeek day, String start, String end) {
        return new Block(day, minute(start), minute(end));
    }

    private static int minute(String time) {
        return "24:00".equals(time) ? END_OF_DAY : LocalTime.parse(time).toSecondOfDay() / 60;
    }

    /** @return whether the block contains this local time */
    boolean contains(DayOfWeek weekday, LocalTime time) {
        int minute = time.toSecondOfDay() / 60;
        return day == weekday && startMinute <= minute && minute < endMinute;
    }

    boolean isWithinADay() {
        return 0 <= startMinute && startMinute < endMinute && endMinute <= END_OF_DAY;
    }

    /** @return whether the two have a minute in common; blocks that touch do not */
    public boolean overlaps(Block other) {
        return day == other.day && startMinute < other.endMinute && other.startMinute < endMinute;
    }

    @Override
    public int compareTo(Block other) {
        return ORDER.compare(this, other);
    }
}
