package org.agentinbox.meeting.caldav;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.platform.DeadlineHandler;
import org.agentinbox.platform.DeadlineKind;
import org.agentinbox.platform.Outbox;
import org.agentinbox.platform.Settings;

import jakarta.ejb.EJB;
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
    @EJB
    private Outbox outbox;
    @Inject
    private Settings settings;

    @Override
    public Optional<Instant> due(UUID subject, Instant now) {
        Optional<ConnectionRow> row = em.createQuery("SELECT c FROM ConnectionRow c WHERE c.id = :id", ConnectionRow.class).setParameter("id", subject)
            .getResultStream().findFirst();
        row.ifPresent(connection -> CalDavLook.queue(outbox, connection.id(), now));
        return row.map(connection -> now.plus(connection.pause(settings.caldavPoll())));
    }
}
