package org.agentinbox.meeting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.agentinbox.hours.Span;

import jakarta.enterprise.context.ApplicationScoped;

/** Our own calendar, which serves where none is connected: it has nothing but the meetings themselves. */
@ApplicationScoped
class BuiltInCalendar implements ConnectedCalendar {

    @Override
    public List<Span> busy(UUID agentId, Instant from, Instant to) {
        return List.of();
    }

    @Override
    public void changed(MeetingChanged change) {
        // The meeting's row is the calendar.
    }
}
