package org.agentinbox.availability;

import java.time.Clock;

import org.agentinbox.account.AccountChanged;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** Keeps an agent beside each account that takes chats. One that does no more becomes unavailable; its history stays. */
@ApplicationScoped
class AgentRoster {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Event<AvailabilityChanged> changed;

    void accountChanged(@Observes AccountChanged account) {
        Agent agent = em.find(Agent.class, account.account(), LockModeType.PESSIMISTIC_WRITE);
        if (agent == null && account.takesChats()) {
            em.persist(new Agent(account.account(), clock.instant()));
            em.flush();
        } else if (agent != null && !account.takesChats()) {
            agent.switchTo(false, clock.instant());
            changed.fire(new AvailabilityChanged(agent.view()));
        }
    }
}
