package org.agentinbox.web.meeting;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.agentinbox.availability.Block;
import org.agentinbox.web.availability.ClockTime;

/** The hours of a week as people write them: a line for each day, such as {@code 9–12, 13:30–17}. */
public class WeekText implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String BETWEEN_BLOCKS = "[,;、，]";
    private static final String BETWEEN_TIMES = "\\s*[-–—~〜～]\\s*";

    private final Map<DayOfWeek, String> days = new EnumMap<>(DayOfWeek.class);
    private final Map<DayOfWeek, String> wrong = new EnumMap<>(DayOfWeek.class);

    WeekText(List<Block> blocks) {
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, blocks.stream().filter(block -> block.day() == day).sorted()
                .map(block -> ClockTime.text(block.startMinute()) + "–" + ClockTime.text(block.endMinute())).collect(Collectors.joining(", ")));
        }
    }

    /** Reads all days; what could not be read is then in {@link #getWrong}. */
    List<Block> read() {
        wrong.clear();
        List<Block> blocks = new ArrayList<>();
        days.forEach((day, text) -> pieces(text).forEach(piece -> {
            String[] times = piece.split(BETWEEN_TIMES);
            OptionalInt start = times.length == 2 ? ClockTime.start(times[0]) : OptionalInt.empty();
            OptionalInt end = times.length == 2 ? ClockTime.end(times[1]) : OptionalInt.empty();
            if (start.isPresent() && end.isPresent()) {
                blocks.add(new Block(day, start.getAsInt(), end.getAsInt()));
            } else {
                wrong.putIfAbsent(day, piece);
            }
        }));
        return blocks.stream().sorted().toList();
    }

    private static Stream<String> pieces(String text) {
        return text == null ? Stream.empty() : Arrays.stream(text.split(BETWEEN_BLOCKS)).map(String::strip).filter(piece -> !piece.isEmpty());
    }

    /** @return what is written, by day */
    public Map<DayOfWeek, String> getDays() {
        return days;
    }

    /** @return the first piece of each day that was no time, as of the last reading */
    public Map<DayOfWeek, String> getWrong() {
        return wrong;
    }
}
