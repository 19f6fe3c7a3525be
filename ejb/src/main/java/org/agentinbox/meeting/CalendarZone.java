package org.agentinbox.meeting;

import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.mail.AccountZone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The zone of a calendar is that of whose it is, where they take no chats. */
@ApplicationScoped
class CalendarZone implements AccountZone {

    @PersistenceContext
    private EntityManager em;

    @Override
    public Optional<ZoneId> of(UUID accountId) {
        return Optional.ofNullable(em.find(AgentCalendar.class, accountId)).map(AgentCalendar::ownZone);
    }
}
