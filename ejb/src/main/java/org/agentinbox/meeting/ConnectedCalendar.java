package org.agentinbox.meeting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.agentinbox.hours.Span;

/**
 * A calendar that agents keep elsewhere, so that busy times there block slots and bookings appear there
 * (ear/src/docs/rules.md#meetings). Implement it as
 * an application-scoped bean; all such beans are asked. Requests of visitors wait for both methods, and both work in the caller's
 * transaction, which may hold the lock of the agent's calendar: so neither may ever call another server.
 *
 * <ul>
 * <li>{@link #busy} answers from what was last known, as it stands in our database, however old that is.
 * <li>{@link #changed} puts what must be written there into the {@link org.agentinbox.platform.outbox.Outbox} under a kind of its own,
 * whose {@link org.agentinbox.platform.outbox.OutboxSender} then writes it, tries again while the other server is down, and is called at
 * least once: what it writes is named by {@link MeetingView#uid} and carries {@link MeetingView#sequence}, so that an older one never
 * replaces a newer one. {@link MeetingFile} makes the text to write.
 * <li>What somebody changes there is told to {@link ExternalMeetingChanges}, with {@link ChangedBy#CALENDAR}; {@link #changed} is then
 * called with that,
 * and writes nothing back where what is there says the same already.
 * </ul>
 */
public interface ConnectedCalendar {

    /**
     * @param agentId whose calendar
     * @param from the first instant of interest
     * @param to the first one that is of no interest any more
     * @return when the agent is busy elsewhere, as last known: spans that meet this time, in any order, may overlap. Left out is what we
     *     wrote there ourselves (recognised by its UID, {@link MeetingView#uid}): meetings of ours count as meetings already, and one that
     *     is
     *     moved must not stand in its own way. Empty where nothing is connected.
     */
    List<Span> busy(UUID agentId, Instant from, Instant to);

    /**
     * A meeting was booked, moved or cancelled. Does nothing where its agent has nothing connected.
     *
     * @param change what happened, and by whom
     */
    void changed(MeetingChanged change);
}
