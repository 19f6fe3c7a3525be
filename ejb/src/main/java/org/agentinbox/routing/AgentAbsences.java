package org.agentinbox.routing;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;

/** Chats whose agent is gone, for telling each visitor of their own. Open to all, since it says nothing of people. */
@Stateless
@PermitAll
public class AgentAbsences {

    /** Shorter interruptions, such as a page that is loaded again, are not told. */
    static final Duration NOT_TOLD = Duration.ofSeconds(5);

    private static final String ALL = "SELECT c.id, c.visitor_id FROM lost_agent l JOIN conversation c ON c.id = l.conversation_id "
        + "WHERE c.state = 'ACTIVE' AND c.agent_id = l.agent_id AND l.since <= :until";

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;

    /** @return the chats whose agent lost the connection more than 5 s ago, in no particular order */
    @SuppressWarnings("unchecked")
    public List<AgentAbsence> all() {
        List<Tuple> rows = em.createNativeQuery(ALL, Tuple.class).setParameter("until", clock.instant().minus(NOT_TOLD)).getResultList();
        return rows.stream().map(row -> new AgentAbsence(row.get("id", UUID.class), row.get("visitor_id", UUID.class))).toList();
    }

    /**
     * @param visitorId of whom
     * @return their chat, where its agent is gone
     */
    public Optional<AgentAbsence> of(UUID visitorId) {
        return all().stream().filter(absence -> absence.visitorId().equals(visitorId)).findFirst();
    }
}
