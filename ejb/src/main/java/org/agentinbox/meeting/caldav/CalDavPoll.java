package org.agentinbox.meeting.caldav;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.platform.Settings;
import org.agentinbox.platform.deadline.DeadlineHandler;
import org.agentinbox.platform.deadline.DeadlineKind;
import org.agentinbox.platform.outbox.Outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Has each connected calendar looked at from time to time, as long as it is connected. */
@ApplicationScoped
@DeadlineKind(CalDavPoll.KIND)
class CalDavPoll implements DeadlineHandler {

    static final String KIND = "CALDAV_POLL";

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Outbox outbox;
    @Inject
    private Settings settings;

    @Override
    public Optional<Instant> due(UUID subject, Instant now) {
        Optional<CalendarConnection> row = em.createQuery("SELECT c FROM CalendarConnection c WHERE c.id = :id", CalendarConnection.class)
            .setParameter("id", subject)
            .getResultStream().findFirst();
        row.ifPresent(connection -> CalDavSync.queue(outbox, connection.id(), now));
        return row.map(connection -> now.plus(connection.pause(settings.caldavPoll())));
    }
}
