package org.agentinbox.availability;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.dayoff.DaysOffChanged;
import org.agentinbox.platform.deadline.DeadlineHandler;
import org.agentinbox.platform.deadline.DeadlineKind;
import org.agentinbox.platform.deadline.Deadlines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/**
 * Publishes what a change of days off does to availability. One of the whole site or of a team concerns many: each agent is then told in a
 * transaction of its own within a second, because routing locks agents too, in the order of its rounds, and nobody may hold all of them.
 */
@ApplicationScoped
@DeadlineKind(DaysOffInForce.KIND)
class DaysOffInForce implements DeadlineHandler {

    static final String KIND = "DAYS_OFF_CHANGED";

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Deadlines deadlines;
    @Inject
    private AvailabilityPublisher publisher;

    void changed(@Observes DaysOffChanged change) {
        Set<UUID> accounts = change.accounts();
        if (accounts != null && accounts.size() == 1) {
            tell(accounts.iterator().next());
            return;
        }
        Instant now = clock.instant();
        (accounts == null ? agents() : accounts).forEach(agent -> deadlines.set(KIND, agent, now));
    }

    private Collection<UUID> agents() {
        return em.createQuery("SELECT a.accountId FROM Agent a WHERE a.takesChats", UUID.class).getResultList();
    }

    @Override
    public Optional<Instant> due(UUID agentId, Instant now) {
        tell(agentId);
        return Optional.empty();
    }

    /** Days off of an account that takes no chats change nothing here. */
    private void tell(UUID agentId) {
        Agent agent = em.find(Agent.class, agentId, LockModeType.PESSIMISTIC_WRITE);
        if (agent != null && agent.takesChats()) {
            publisher.tell(agent);
        }
    }
}
