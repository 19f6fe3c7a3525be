package org.agentinbox.routing;

import java.time.Instant;
import java.util.UUID;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Why a chat went where it went: the candidates in the order looked at, each with its verdict, as JSON. */
@Entity
class RoutingDecision {

    @Id
    private UUID id;
    private UUID conversationId;
    private Instant decidedAt;
    private UUID chosenAgentId;
    @JdbcTypeCode(SqlTypes.JSON)
    private String candidates;

    protected RoutingDecision() {
    }

    RoutingDecision(UUID id, UUID conversationId, Instant decidedAt, UUID chosenAgentId, String candidates) {
        this.id = id;
        this.conversationId = conversationId;
        this.decidedAt = decidedAt;
        this.chosenAgentId = chosenAgentId;
        this.candidates = candidates;
    }
}
