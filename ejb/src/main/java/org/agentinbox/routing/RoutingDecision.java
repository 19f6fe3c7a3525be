package org.agentinbox.routing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.agentinbox.platform.Ids;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * A decision of routing, kept to explain it later: the candidates in the order in which they were evaluated, each with its verdict, as
 * JSON.
 */
@Entity
class RoutingDecision {

    @Id
    private UUID id;
    private UUID conversationId;
    private Instant decidedAt;
    private UUID chosenAgentId;
    private UUID transferredBy;
    @JdbcTypeCode(SqlTypes.JSON)
    private String candidates;

    protected RoutingDecision() {}

    private RoutingDecision(UUID conversationId, Instant decidedAt, UUID chosenAgentId, UUID transferredBy,
        List<EvaluatedCandidate> evaluated) {
        this.id = Ids.next(decidedAt);
        this.conversationId = conversationId;
        this.decidedAt = decidedAt;
        this.chosenAgentId = chosenAgentId;
        this.transferredBy = transferredBy;
        this.candidates = "[" + String.join(",", evaluated.stream().map(EvaluatedCandidate::json).toList()) + "]";
    }

    /** A decision of the product; the chosen agent is null where nobody could take the chat. */
    static RoutingDecision ofRequest(UUID conversationId, Instant now, UUID chosenOrNull, List<EvaluatedCandidate> evaluated) {
        return new RoutingDecision(conversationId, now, chosenOrNull, null, evaluated);
    }

    /** A decision of an agent who transfers a chat. */
    static RoutingDecision ofTransfer(UUID conversationId, Instant now, UUID by, EvaluatedCandidate chosen) {
        return new RoutingDecision(conversationId, now, chosen.agentId(), by, List.of(chosen));
    }
}
