package org.agentinbox.availability;

import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The agents' time zones, for other features. */
@ApplicationScoped
public class AgentZones {

    @PersistenceContext
    private EntityManager em;

    /**
     * @param accountId of whom
     * @return the zone of their hours; empty for an account that takes no chats
     */
    public Optional<ZoneId> of(UUID accountId) {
        return Optional.ofNullable(em.find(Agent.class, accountId)).filter(Agent::takesChats).map(agent -> agent.week().zone());
    }
}
