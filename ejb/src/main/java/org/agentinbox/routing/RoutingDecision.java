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
 * A decision of routing, kept to explain it later: the steps that led to it, and the candidates in the order in which they were
 * evaluated, each with its verdict, as JSON. Each step of the kind {@link StepKind#POOL} says how many of the candidates are its own.
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
    @JdbcTypeCode(SqlTypes.JSON)
    private String steps;

    protected RoutingDecision() {}

    private RoutingDecision(UUID conversationId, Instant decidedAt, UUID chosenAgentId, UUID transferredBy,
        List<EvaluatedCandidate> evaluated) {
        this.id = Ids.next(decidedAt);
        this.conversationId = conversationId;
        this.decidedAt = decidedAt;
        this.chosenAgentId = chosenAgentId;
        this.transferredBy = transferredBy;
        this.candidates = "[" + String.join(",", evaluated.stream().map(one -> one.json().toString()).toList()) + "]";
    }

    /** A decision of the product. */
    static RoutingDecision ofRequest(UUID conversationId, Instant now, PoolWalk.Choice choice) {
        RoutingDecision decision = new RoutingDecision(conversationId, now, choice.agent().orElse(null), null, choice.evaluated());
        decision.steps = "[" + String.join(",", choice.steps().stream().map(step -> step.json().toString()).toList()) + "]";
        return decision;
    }

    /** A decision of an agent who transfers a chat. */
    static RoutingDecision ofTransfer(UUID conversationId, Instant now, UUID by, EvaluatedCandidate chosen) {
        return new RoutingDecision(conversationId, now, chosen.agentId(), by, List.of(chosen));
    }
}
