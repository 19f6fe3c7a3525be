package org.agentinbox.meeting;

import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.mail.AccountZone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The time zone of people who take no chats is that of their calendar. */
@ApplicationScoped
class CalendarZone implements AccountZone {

    @PersistenceContext
    private EntityManager em;

    @Override
    public Optional<ZoneId> of(UUID accountId) {
        return Optional.ofNullable(em.find(AgentCalendar.class, accountId)).map(AgentCalendar::ownZone);
    }
}
