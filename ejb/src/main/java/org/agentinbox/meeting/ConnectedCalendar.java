package org.agentinbox.meeting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.agentinbox.hours.Span;

/**
 * A calendar that agents keep elsewhere: its busy times block slots, and bookings appear in it (ear/src/docs/rules.md#meetings). Implement
 * it as an application-scoped bean; all such beans are asked. Neither method may call another server, because visitors wait for both, and
 * both work in the caller's transaction, which may hold the lock of the agent's calendar.
 *
 * <ul>
 * <li>{@link #busy} answers from the database with the busy times that were last read, however old they are.
 * <li>{@link #changed} puts the change into the {@link org.agentinbox.platform.outbox.Outbox} under a kind of its own. The
 * {@link org.agentinbox.platform.outbox.OutboxSender} of that kind writes it to the other server, and tries again while that is down. It
 * may be called several times for one change: each carries {@link MeetingView#uid} and {@link MeetingView#sequence}, so that an older one
 * never replaces a newer one. {@link MeetingFile} makes the text to write.
 * <li>Changes that somebody makes in the other calendar are passed to {@link ExternalMeetingChanges}, with {@link ChangedBy#CALENDAR}.
 * {@link #changed} is then called for them too, and writes nothing back where the other calendar already has the same.
 * </ul>
 */
public interface ConnectedCalendar {

    /**
     * @param agentId whose calendar
     * @param from the first instant of interest
     * @param to the first instant after the period of interest
     * @return when the agent is busy elsewhere, as last read: spans that meet this period, in any order; they may overlap. What the product
     * itself wrote there is left out (recognised by its UID, {@link MeetingView#uid}), because meetings are counted already, and a meeting
     * that is moved must not block its own slots. Empty where nothing is connected.
     */
    List<Span> busy(UUID agentId, Instant from, Instant to);

    /**
     * A meeting was booked, moved or cancelled. Does nothing where its agent has nothing connected.
     *
     * @param change what happened, and by whom
     */
    void changed(MeetingChanged change);
}
