package org.agentinbox.routing;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The places of the round robins, each under an id of its own. Works in its caller's transaction. */
@ApplicationScoped
class Rotations {

    @PersistenceContext
    private EntityManager em;

    /**
     * All decisions wait for one row, also where only a team's place moves: so no two of them can wait for each other's agents.
     *
     * @return the number of the agent who had the last turn among all
     */
    int lock() {
        return (Integer) em.createNativeQuery("SELECT last_number FROM rotation WHERE id = 'ROUND_ROBIN' FOR UPDATE", Integer.class)
            .getSingleResult();
    }

    /** The number of the agent who had the last turn; 0 where nobody had one yet, and for no rotation (null). */
    int last(String id) {
        if (id == null) {
            return 0;
        }
        List<?> found = em.createNativeQuery("SELECT last_number FROM rotation WHERE id = :id", Integer.class).setParameter("id", id)
            .getResultList();
        return found.isEmpty() ? 0 : (Integer) found.get(0);
    }

    void moveOn(String id, int number) {
        em.createNativeQuery("INSERT INTO rotation (id, last_number) VALUES (:id, :number) "
            + "ON CONFLICT (id) DO UPDATE SET last_number = excluded.last_number").setParameter("id", id).setParameter("number", number)
            .executeUpdate();
    }

    void moveOn(String id, UUID agentId) {
        moveOn(id, ((Number) em.createNativeQuery("SELECT number FROM agent WHERE account_id = :agent").setParameter("agent", agentId)
            .getSingleResult()).intValue());
    }

    /** Agents in the order of their turns. */
    @SuppressWarnings("unchecked")
    List<UUID> inTurn(String id, Collection<UUID> agents) {
        return agents.isEmpty() ? List.of() : em.createNativeQuery("""
            SELECT account_id FROM agent WHERE account_id IN :agents
            ORDER BY number <= coalesce((SELECT last_number FROM rotation WHERE id = :id), 0), number
            """, UUID.class).setParameter("agents", agents).setParameter("id", id).getResultList();
    }
}
