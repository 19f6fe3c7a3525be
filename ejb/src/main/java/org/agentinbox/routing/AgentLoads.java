package org.agentinbox.routing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.availability.Candidate;
import org.agentinbox.platform.Settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;

/** How many live chats agents have, pending offers counted. Works in its caller's transaction. */
@ApplicationScoped
class AgentLoads {

    private static final String LOADS = """
        SELECT agent_id, count(*) FROM (
            SELECT agent_id FROM conversation WHERE state = 'ACTIVE' UNION ALL SELECT agent_id FROM offer WHERE state = 'PENDING') chats
        """;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Settings settings;

    /** The result may change at once unless the agent is locked: lock the agent before you decide by it. */
    int of(UUID agentId) {
        List<?> rows = em.createNativeQuery(LOADS + "WHERE agent_id = :agent GROUP BY agent_id").setParameter("agent", agentId)
            .getResultList();
        return rows.stream().mapToInt(row -> count((Object[]) row)).sum();
    }

    /** By agent; an agent without any chat is missing. */
    Map<UUID, Integer> all() {
        return byAgent(em.createNativeQuery(LOADS + "GROUP BY agent_id"));
    }

    /** The same of some agents. */
    Map<UUID, Integer> of(Collection<UUID> agents) {
        return agents.isEmpty() ? Map.of()
            : byAgent(em.createNativeQuery(LOADS + "WHERE agent_id IN :agents GROUP BY agent_id").setParameter("agents", agents));
    }

    @SuppressWarnings("unchecked")
    private static Map<UUID, Integer> byAgent(Query query) {
        return ((List<Object[]>) query.getResultList()).stream().collect(Collectors.toMap(row -> (UUID) row[0], AgentLoads::count));
    }

    /** Whether one more would be too many for an agent who has so many. */
    boolean isFull(Candidate agent, int load) {
        return load >= most(agent);
    }

    /** How many an agent may have: their own limit, or what the setting says for all. */
    int most(Candidate agent) {
        return agent.ownLimit() == null ? settings.chatsPerAgent() : agent.ownLimit();
    }

    private static int count(Object[] row) {
        return ((Number) row[1]).intValue();
    }
}
