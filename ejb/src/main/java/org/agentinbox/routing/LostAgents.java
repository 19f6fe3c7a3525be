package org.agentinbox.routing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.conversation.ChatAssignment;
import org.agentinbox.conversation.ConversationVisitors;
import org.agentinbox.entry.Entries;
import org.agentinbox.entry.EntryView;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Settings;
import org.agentinbox.visitor.VisitorView;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Chats whose agent lost the connection: knows them, and offers them to others after a while. It asks the database who has a page open,
 * because nobody hears of the pages of a node that died.
 */
@ApplicationScoped
class LostAgents {

    /** A page from which nothing was heard for this long is gone. Pings come every 10 s; the visitor is to know within 30 s. */
    static final Duration SILENCE = Duration.ofSeconds(20);

    private static final String IS_GONE = """
        NOT EXISTS (SELECT FROM agent_connection p WHERE p.agent_id = c.agent_id AND p.seen_at > CAST(:heardSince AS timestamptz))
        """;
    private static final String LEFT = """
        INSERT INTO lost_agent (conversation_id, agent_id, since)
        SELECT c.id, c.agent_id, CAST(:now AS timestamptz) FROM conversation c WHERE c.state = 'ACTIVE' AND %s
            AND NOT EXISTS (SELECT FROM lost_agent l WHERE l.conversation_id = c.id) ON CONFLICT DO NOTHING
        """.formatted(IS_GONE);
    private static final String BACK = """
        DELETE FROM lost_agent l USING conversation c WHERE c.id = l.conversation_id
            AND (c.state <> 'ACTIVE' OR c.agent_id <> l.agent_id OR NOT (%s)) RETURNING l.conversation_id
        """.formatted(IS_GONE);
    private static final String DUE = """
        SELECT l.conversation_id FROM lost_agent l WHERE l.since <= CAST(:until AS timestamptz)
            AND NOT EXISTS (SELECT FROM offer o WHERE o.conversation_id = l.conversation_id AND o.state = 'PENDING')
        ORDER BY l.since LIMIT 20
        """;
    private static final String OF_WHOM = "SELECT agent_id FROM lost_agent WHERE conversation_id = :id";

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Settings settings;
    @Inject
    private ChatAssignment assignment;
    @Inject
    private ConversationVisitors visitors;
    @Inject
    private Entries entries;
    @Inject
    private RoutingPlans plans;
    @Inject
    private AgentChoice agentChoice;
    @Inject
    private PendingOffers pending;
    @Inject
    private Offers offers;

    /**
     * Notes who is gone and who is back.
     *
     * @return the chats whose agent is back, or that are over or somebody else's by now
     */
    @Transactional(TxType.REQUIRES_NEW)
    @SuppressWarnings("unchecked")
    List<UUID> look() {
        Instant now = clock.instant();
        em.createNativeQuery(LEFT).setParameter("now", now).setParameter("heardSince", now.minus(SILENCE)).executeUpdate();
        return em.createNativeQuery(BACK, UUID.class).setParameter("heardSince", now.minus(SILENCE)).getResultList();
    }

    /** @return the chats that are to be offered to others now, the one whose agent is gone for longest first; at most 20 */
    @Transactional(TxType.REQUIRES_NEW)
    @SuppressWarnings("unchecked")
    List<UUID> due() {
        return settings.agentLost().map(after -> (List<UUID>) em.createNativeQuery(DUE, UUID.class)
            .setParameter("until", clock.instant().minus(after)).getResultList()).orElse(List.of());
    }

    /** Withdraws what was offered of a chat whose agent is back. */
    @Transactional(TxType.REQUIRES_NEW)
    void keep(UUID conversationId) {
        offers.agentIsBack(conversationId);
    }

    /** Offers a chat to the next agent who can take it; nothing happens where there is none. */
    @Transactional(TxType.REQUIRES_NEW)
    void offerOn(UUID conversationId) {
        assignment.lock(conversationId);
        List<UUID> lost = lostAgent(conversationId);
        if (lost.isEmpty() || pending.forConversation(conversationId).isPresent()) {
            return;
        }
        UUID from = lost.get(0);
        if (!assignment.isActiveOf(conversationId, from)) {
            return;
        }
        VisitorView visitor = visitors.view(conversationId);
        PoolWalk.Choice choice = agentChoice.choose(plan(conversationId, visitor), askedBefore(conversationId, from));
        choice.agent().ifPresent(to -> {
            Instant now = clock.instant();
            em.persist(RoutingDecision.ofRequest(conversationId, now, choice));
            pending.add(Offer.ofLost(Ids.next(now), conversationId, from, to, now, now.plus(settings.offerTimeout())), visitor);
        });
    }

    @SuppressWarnings("unchecked")
    private List<UUID> lostAgent(UUID conversationId) {
        return em.createNativeQuery(OF_WHOM, UUID.class).setParameter("id", conversationId).getResultList();
    }

    /** As if the visitor asked now: by the entry by which they came in. */
    private RoutingPlan plan(UUID conversationId, VisitorView visitor) {
        ChatRequest request = em.find(ChatRequest.class, conversationId);
        EntryView entry = entries.used(request == null ? null : request.entryKey());
        return plans.plan(request == null ? null : request.askedEntry(), entry, visitor);
    }

    /** Whoever lost it counts as asked. */
    private Set<UUID> askedBefore(UUID conversationId, UUID from) {
        Set<UUID> asked = new HashSet<>(em.createQuery("SELECT o.agentId FROM Offer o WHERE o.conversationId = :id AND o.kind = LOST "
            + "AND o.fromAgentId = :from AND o.state IN (DECLINED, LAPSED)", UUID.class)
            .setParameter("id", conversationId).setParameter("from", from).getResultList());
        asked.add(from);
        return asked;
    }
}
