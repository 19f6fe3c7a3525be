package org.agentinbox.availability;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The agents, for routing. Works in its caller's transaction. */
@ApplicationScoped
public class Candidates {

    private static final String QUERY = """
        SELECT a.account_id, a.number, a.available AND p.active,
            EXISTS (SELECT FROM agent_connection c WHERE c.agent_id = a.account_id AND c.seen_at > :since)
        FROM agent a JOIN account p ON p.id = a.account_id
        """;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;

    /** @return all agents, by their number */
    public List<Candidate> all() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(QUERY + "ORDER BY a.number").setParameter("since", since()).getResultList();
        return rows.stream().map(Candidates::candidate).toList();
    }

    /**
     * Keeps everybody else from giving a chat to an agent, and the agent from switching, until the transaction ends.
     *
     * @param agentId whom to lock
     * @return the agent as of now
     */
    public Candidate lock(UUID agentId) {
        em.createNativeQuery("SELECT 1 FROM agent WHERE account_id = :id FOR UPDATE").setParameter("id", agentId).getResultList();
        return candidate((Object[]) em.createNativeQuery(QUERY + "WHERE a.account_id = :id")
            .setParameter("since", since()).setParameter("id", agentId).getSingleResult());
    }

    private Instant since() {
        return clock.instant().minus(Presence.REACHABLE_FOR);
    }

    private static Candidate candidate(Object[] row) {
        return new Candidate((UUID) row[0], ((Number) row[1]).intValue(), (Boolean) row[2], (Boolean) row[3]);
    }
}
