package org.agentinbox.availability;

import org.agentinbox.account.AccountChanged;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** Keeps an agent for each account that takes chats. An agent whose account no longer does becomes unavailable; the history stays. */
@ApplicationScoped
class AgentRoster {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private AvailabilityPublisher publisher;

    void accountChanged(@Observes AccountChanged account) {
        Agent agent = em.find(Agent.class, account.account(), LockModeType.PESSIMISTIC_WRITE);
        if (agent == null && account.takesChats()) {
            em.persist(new Agent(account.account()));
            em.flush();
        } else if (agent != null && agent.takesChats() != account.takesChats()) {
            agent.takeChats(account.takesChats());
            publisher.tell(agent);
        }
    }
}
