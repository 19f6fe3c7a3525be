package org.agentinbox.availability;

import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** How many live chats agents may have at a time where that is not what the setting says for all. */
@Stateless
@RolesAllowed(SALES_ADMIN_NAME)
public class AgentLimits {

    /** The highest limit that an agent can have. */
    public static final int MOST = 100;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private AvailabilityPublisher publisher;

    /** @return the agents who have a limit of their own, with it */
    public Map<UUID, Integer> all() {
        List<Object[]> rows = em.createQuery("SELECT a.accountId, a.ownLimit FROM Agent a WHERE a.ownLimit IS NOT NULL", Object[].class)
            .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (Integer) row[1]));
    }

    /**
     * Sets an agent's own limit, for the next offer on. Who has more chats keeps them.
     *
     * @param agentId whose
     * @param mostOrNull live chats, pending offers counted, 1 to {@link #MOST}; null: what the setting says for all
     * @throws RefusedException {@link Refusal#INVALID_FIELD} of {@code ownLimit}; {@link Refusal#NOT_FOUND} where they take no chats
     */
    public void set(UUID agentId, Integer mostOrNull) {
        if (mostOrNull != null && (mostOrNull < 1 || mostOrNull > MOST)) {
            throw RefusedException.ofField("ownLimit", "1 to " + MOST + ", or nothing");
        }
        Agent agent = Optional.ofNullable(em.find(Agent.class, agentId, LockModeType.PESSIMISTIC_WRITE)).filter(Agent::takesChats)
            .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "There is no such agent."));
        agent.limit(mostOrNull);
        // The agent may take a chat now, or none, without having become available or unavailable.
        publisher.tell(agent);
    }
}
