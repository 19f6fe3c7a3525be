package org.agentinbox.meeting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.agentinbox.hours.Span;

import jakarta.enterprise.context.ApplicationScoped;

/** The calendar of agents who have connected none. It has no busy times beside the meetings themselves. */
@ApplicationScoped
class BuiltInCalendar implements ConnectedCalendar {

    @Override
    public List<Span> busy(UUID agentId, Instant from, Instant to) {
        return List.of();
    }

    @Override
    public void changed(MeetingChanged change) {
        // Nothing to write: the meeting's row is all there is.
    }
}
