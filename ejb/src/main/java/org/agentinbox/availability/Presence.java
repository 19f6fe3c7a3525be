package org.agentinbox.availability;

import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.account.Caller;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.NodeId;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Knows which pages of agents are open on any node; "open inbox" in what follows means any page of an agent. */
@Stateless
public class Presence {

    /** An open inbox without a sign of life for longer than this does not make its agent reachable. */
    public static final Duration REACHABLE_FOR = Duration.ofSeconds(30);

    /**
     * For how long an agent stays reachable whose browser leaves a page. The next page says hello within a second or two; without this, a
     * visitor who asks for a chat in between would be told that nobody is there.
     */
    public static final Duration MOVES_WITHIN = Duration.ofSeconds(3);

    private static final String SEEN = """
        UPDATE agent_connection c SET seen_at = CAST(:now AS timestamptz) - heard.micros * interval '1 microsecond'
        FROM unnest(CAST(:ids AS uuid[]), CAST(:micros AS bigint[])) heard (id, micros) WHERE c.id = heard.id AND c.node = :node
        """;
    private static final String LEFT = """
        DELETE FROM agent_connection WHERE node = :node AND seen_at < :dead AND NOT id = ANY (CAST(:ids AS uuid[]))
        """;

    @PersistenceContext
    private EntityManager em;
    @Resource
    private SessionContext context;
    @Inject
    private Clock clock;
    @Inject
    private NodeId node;

    /**
     * The caller opened an inbox.
     *
     * @return the id of the open inbox, for {@link #seen} and {@link #gone}
     */
    @RolesAllowed({LIVE_AGENT_NAME, SALES_ADMIN_NAME})
    public UUID opened() {
        UUID id = Ids.next(clock.instant());
        em.createNativeQuery("INSERT INTO agent_connection (id, agent_id, node, seen_at) VALUES (:id, :agent, :node, :now)")
            .setParameter("id", id).setParameter("agent", Caller.account(context))
            .setParameter("node", node.value()).setParameter("now", clock.instant()).executeUpdate();
        return id;
    }

    /**
     * Stores when the open inboxes of this node last gave a sign of life, and removes those that were left for another page more than a
     * minute ago. Open to all, because the node calls it without a user.
     *
     * @param silentFor by the id that {@link #opened} gave, for how long nothing was heard; all that are open on this node
     */
    @PermitAll
    public void seen(Map<UUID, Duration> silentFor) {
        UUID[] open = silentFor.keySet().toArray(UUID[]::new);
        if (open.length > 0) {
            em.createNativeQuery(SEEN).setParameter("now", clock.instant()).setParameter("node", node.value()).setParameter("ids", open)
                .setParameter("micros", silentFor.values().stream().map(d -> d.toNanos() / 1_000).toArray(Long[]::new)).executeUpdate();
        }
        em.createNativeQuery(LEFT).setParameter("node", node.value()).setParameter("ids", open)
            .setParameter("dead", clock.instant().minus(Duration.ofMinutes(1))).executeUpdate();
    }

    /**
     * The browser leaves a page, perhaps for another one. The agent stays reachable by it for {@link #MOVES_WITHIN}.
     *
     * @param connection what {@link #opened} gave
     */
    @PermitAll
    public void goingAway(UUID connection) {
        em.createNativeQuery("UPDATE agent_connection SET seen_at = LEAST(seen_at, CAST(:until AS timestamptz)) WHERE id = :id")
            .setParameter("id", connection).setParameter("until", clock.instant().minus(REACHABLE_FOR).plus(MOVES_WITHIN)).executeUpdate();
        removeAbandoned();
    }

    private void removeAbandoned() {
        em.createNativeQuery("DELETE FROM agent_connection WHERE seen_at < :dead")
            .setParameter("dead", clock.instant().minus(Duration.ofHours(1))).executeUpdate();
    }

    /**
     * Removes an inbox that was closed, and those that crashed nodes left behind more than an hour ago.
     *
     * @param connection what {@link #opened} gave
     */
    @PermitAll
    public void gone(UUID connection) {
        em.createNativeQuery("DELETE FROM agent_connection WHERE id = :id").setParameter("id", connection).executeUpdate();
        removeAbandoned();
    }
}
