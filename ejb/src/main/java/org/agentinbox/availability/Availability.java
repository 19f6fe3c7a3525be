package org.agentinbox.availability;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import org.agentinbox.hours.DayOff;
import org.agentinbox.hours.Schedule;

/**
 * Whether chats come at an instant, why, and what comes next: a pure function of the schedule with its days off, the
 * override and the instant.
 *
 * @param available whether chats may be offered
 * @param source what decides
 * @param until the first later instant at which the source or the result changes; null where neither changes unless somebody changes the
 * hours or switches
 * @param ends what happens at that instant; null where {@code until} is
 * @param next whether chats come from that instant on; null where {@code until} is
 * @param dayOff the name of the day off that holds at the instant, where the schedule decides and chats do not come; else null
 */
public record Availability(boolean available, Source source, Instant until, Ends ends, Boolean next, String dayOff) {

    /** What decides whether chats come. */
    public enum Source {
        /** The weekly hours and the days off. */
        SCHEDULE,
        /** The agent's own switch. */
        OVERRIDE,
        /** A switch to unavailable that was made for the agent, because offers to them went unanswered. */
        AUTO_AWAY
    }

    /** What ends a state. */
    public enum Ends {
        /** A block of the schedule begins, or goes on after a day off. */
        BLOCK_START,
        /** A block of the schedule ends, and no other touches it; or a day off begins. */
        BLOCK_END,
        /** The day ends on which the agent switched to available. */
        MIDNIGHT
    }

    /** A state without a day off. */
    Availability(boolean available, Source source, Instant until, Ends ends, Boolean next) {
        this(available, source, until, ends, next, null);
    }

    /**
     * @param schedule the weekly hours and days off
     * @param override the agent's last switch, or null
     * @param now the instant
     * @return what is in force then
     */
    public static Availability at(Schedule schedule, AvailabilityOverride override, Instant now) {
        return override != null && override.holdsAt(now, schedule) ? overridden(schedule, override) : scheduled(schedule, now);
    }

    /**
     * @param schedule the weekly hours
     * @param override the agent's last switch, or null
     * @param now the instant
     * @return the first later instant at which an agent who is not available becomes so, if nothing is changed; empty where there is none
     */
    static Optional<Instant> beginsAfter(Schedule schedule, AvailabilityOverride override, Instant now) {
        Availability before = at(schedule, override, now);
        while (before.until() != null) {
            Availability after = at(schedule, override, before.until());
            if (after.available() && !before.available()) {
                return Optional.of(before.until());
            }
            before = after;
        }
        return Optional.empty();
    }

    private static Availability overridden(Schedule schedule, AvailabilityOverride override) {
        Source source = override.automatic() ? Source.AUTO_AWAY : Source.OVERRIDE;
        return override.end(schedule)
            .map(end -> new Availability(override.available(), source, end,
                schedule.holdsAt(end) ? Ends.BLOCK_START : Ends.MIDNIGHT, schedule.holdsAt(end)))
            .orElse(new Availability(override.available(), source, null, null, null));
    }

    private static Availability scheduled(Schedule schedule, Instant now) {
        boolean available = schedule.holdsAt(now);
        String dayOff = schedule.dayOffAt(now).map(DayOff::name).orElse(null);
        return schedule.changeAfter(now)
            .map(change -> new Availability(available, Source.SCHEDULE, change, available ? Ends.BLOCK_END : Ends.BLOCK_START, !available,
                dayOff))
            .orElse(new Availability(available, Source.SCHEDULE, null, null, null, dayOff));
    }

    /**
     * @param schedule the same as for {@link #at}
     * @param now the same
     * @return the first later instant at which anything in this state changes, the name of the day off included; empty where nothing does
     * unless somebody changes hours or days off, or switches
     */
    Optional<Instant> changes(Schedule schedule, Instant now) {
        boolean named = source == Source.SCHEDULE && !available;
        return Stream.concat(Stream.ofNullable(until), named ? schedule.dayOffChangeAfter(now).stream() : Stream.empty())
            .min(Instant::compareTo);
    }
}
