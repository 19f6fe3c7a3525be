package org.agentinbox.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.platform.Ids;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Stores the past conversations of the demo data. Works in its caller's transaction. */
@ApplicationScoped
public class DemoConversations {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private SearchIndex search;
    @Inject
    private ConversationAgents agents;

    /** A message. */
    public record Line(AuthorKind author, String text, Instant at) {}

    /**
     * A conversation that is over.
     *
     * @param visitorId who asked
     * @param agentId who answered; null where it was missed
     * @param reason how it ended; null where it was missed
     * @param requestedAt when it was asked for, before the first line
     * @param lines the messages, in order
     */
    public record Past(UUID visitorId, UUID agentId, EndReason reason, Instant requestedAt, List<Line> lines) {

        Instant lastAt() {
            return lines.isEmpty() ? requestedAt : lines.get(lines.size() - 1).at();
        }
    }

    /**
     * @param past what to store
     * @return its id
     */
    public UUID add(Past past) {
        UUID id = Ids.next(past.requestedAt());
        int last = past.lines().size();
        em.createNativeQuery("""
            INSERT INTO conversation (id, visitor_id, agent_id, request_client_id, state, end_reason, requested_at, accepted_at, ended_at,
                visitor_read_seq, agent_read_seq)
            VALUES (:id, :visitor, :agent, :clientId, :state, :reason, :requested, :accepted, :ended, :last, :last)
            """)
            .setParameter("id", id).setParameter("visitor", past.visitorId())
            .setParameter("agent", new TypedParameterValue<>(StandardBasicTypes.UUID, past.agentId()))
            .setParameter("clientId", Ids.next(past.requestedAt()))
            .setParameter("state", (past.agentId() == null ? ConversationState.MISSED : ConversationState.ENDED).name())
            .setParameter("reason",
                new TypedParameterValue<>(StandardBasicTypes.STRING, past.reason() == null ? null : past.reason().name()))
            .setParameter("requested", past.requestedAt())
            .setParameter("accepted",
                new TypedParameterValue<>(StandardBasicTypes.INSTANT, past.agentId() == null ? null : past.requestedAt().plusSeconds(9)))
            .setParameter("ended", past.lastAt().plusSeconds(past.reason() == EndReason.TIMEOUT ? 600 : 40))
            .setParameter("last", last)
            .executeUpdate();
        if (past.agentId() != null) {
            agents.begin(id, past.agentId(), past.requestedAt().plusSeconds(9));
        }
        for (int seq = 1; seq <= last; seq++) {
            add(id, seq, past.lines().get(seq - 1), past);
        }
        search.expect(id);
        return id;
    }

    private void add(UUID id, int seq, Line line, Past past) {
        em.createNativeQuery("""
            INSERT INTO message (conversation_id, seq, client_id, kind, author_kind, author_id, text, at)
            VALUES (:id, :seq, :clientId, 'TEXT', :author, :authorId, :text, :at)
            """)
            .setParameter("id", id).setParameter("seq", seq).setParameter("clientId", Ids.next(line.at()))
            .setParameter("author", line.author().name())
            .setParameter("authorId", line.author() == AuthorKind.AGENT ? past.agentId() : past.visitorId())
            .setParameter("text", line.text()).setParameter("at", line.at())
            .executeUpdate();
    }
}
