package org.agentinbox.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.agentinbox.visitor.VisitorView;
import org.agentinbox.visitor.Visitors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * The visitors of conversations and their first messages, for other features. It checks no permission: its callers decide who may see what.
 */
@ApplicationScoped
public class ConversationVisitors {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Conversations conversations;
    @Inject
    private Visitors visitors;

    /**
     * The first message that a conversation's visitor wrote, whatever others wrote before it.
     *
     * @param seq its number in the conversation
     */
    public record FirstLine(UUID conversationId, int seq, String text) {}

    /**
     * @param conversationId which
     * @return the id of its visitor
     * @throws org.agentinbox.platform.RefusedException {@link org.agentinbox.platform.Refusal#NOT_FOUND}
     */
    public UUID id(UUID conversationId) {
        return conversations.get(conversationId).visitorId();
    }

    /**
     * @param conversationId which
     * @return its visitor, with what is known of them: for agents
     * @throws org.agentinbox.platform.RefusedException {@link org.agentinbox.platform.Refusal#NOT_FOUND}
     */
    public VisitorView view(UUID conversationId) {
        UUID visitorId = id(conversationId);
        return visitors.views(Set.of(visitorId)).get(visitorId);
    }

    /**
     * @param conversationId which
     * @return what its visitor wrote first; empty while they have written nothing
     */
    public Optional<FirstLine> firstLine(UUID conversationId) {
        return Optional.ofNullable(firstLines(Set.of(conversationId)).get(conversationId));
    }

    /**
     * @param conversationIds of any conversations
     * @return what their visitors wrote first, by conversation; none of those whose visitor has written nothing
     */
    public Map<UUID, FirstLine> firstLines(Collection<UUID> conversationIds) {
        if (conversationIds.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("""
            SELECT c.id, f.seq, f.text FROM conversation c CROSS JOIN LATERAL (
                SELECT m.seq, m.text FROM message m WHERE m.conversation_id = c.id AND m.author_kind = 'VISITOR' ORDER BY m.seq LIMIT 1) f
            WHERE c.id IN :ids
            """, Object[].class).setParameter("ids", conversationIds).getResultList();
        return rows.stream().map(row -> new FirstLine((UUID) row[0], ((Number) row[1]).intValue(), (String) row[2]))
            .collect(Collectors.toMap(FirstLine::conversationId, Function.identity()));
    }
}
