package org.agentinbox.availability;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import org.agentinbox.hours.Schedule;

/**
 * The agent's own switch, or one that was made for them, which takes precedence over the schedule for a while.
 *
 * @param available what was chosen
 * @param at when
 * @param automatic whether it was made for the agent, because offers to them went unanswered
 */
public record AvailabilityOverride(boolean available, Instant at, boolean automatic) {

    /** The agent's own switch. */
    AvailabilityOverride(boolean available, Instant at) {
        this(available, at, false);
    }

    /**
     * When the schedule takes over again, unless the agent switches before: at the start of the next block and, where the agent chose to be
     * available, at midnight (ear/src/docs/rules.md#availability).
     *
     * @param schedule the agent's
     * @return when; empty where no block ever starts and the agent chose to be unavailable
     */
    Optional<Instant> end(Schedule schedule) {
        Optional<Instant> midnight = available ? Optional.of(schedule.midnightAfter(at)) : Optional.empty();
        return Stream.concat(schedule.startAfter(at).stream(), midnight.stream()).min(Instant::compareTo);
    }

    boolean holdsAt(Instant instant, Schedule schedule) {
        return end(schedule).map(instant::isBefore).orElse(true);
    }
}
