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

/** Which inboxes are open, on any node. */
@Stateless
public class Presence {

    /** Who was not heard of for longer than this is not reachable. */
    public static final Duration REACHABLE_FOR = Duration.ofSeconds(30);

    private static final String SEEN = """
        UPDATE agent_connection c SET seen_at = CAST(:now AS timestamptz) - heard.micros * interval '1 microsecond'
        FROM unnest(CAST(:ids AS uuid[]), CAST(:micros AS bigint[])) heard (id, micros) WHERE c.id = heard.id AND c.node = :node
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
     * @return names the open inbox, for {@link #seen} and {@link #gone}
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
     * When inboxes last gave a sign of life. Called by this node for its own, hence open to all.
     *
     * @param silentFor for how long nothing was heard, by what {@link #opened} gave
     */
    @PermitAll
    public void seen(Map<UUID, Duration> silentFor) {
        if (!silentFor.isEmpty()) {
            em.createNativeQuery(SEEN).setParameter("now", clock.instant()).setParameter("node", node.value())
                .setParameter("ids", silentFor.keySet().toArray(UUID[]::new))
                .setParameter("micros", silentFor.values().stream().map(d -> d.toNanos() / 1_000).toArray(Long[]::new)).executeUpdate();
        }
    }

    /**
     * An inbox was closed. Rows that crashed nodes left behind go as well.
     *
     * @param connection what {@link #opened} gave
     */
    @PermitAll
    public void gone(UUID connection) {
        em.createNativeQuery("DELETE FROM agent_connection WHERE id = :id OR seen_at < :dead")
            .setParameter("id", connection).setParameter("dead", clock.instant().minus(Duration.ofHours(1))).executeUpdate();
    }
}
