package org.agentinbox.visitor;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

/** An administrator's decision that a visitor is not the person whose address they claim. */
@Entity
@IdClass(VisitorApart.Key.class)
class VisitorApart {

    /** The visitor, and the record that is not theirs. */
    record Key(UUID visitorId, UUID recordId) implements Serializable {}

    @Id
    private UUID visitorId;
    @Id
    private UUID recordId;
    private UUID accountId;
    private Instant at;

    protected VisitorApart() {}

    VisitorApart(Visitor visitor, UUID accountId, Instant now) {
        this.visitorId = visitor.id();
        this.recordId = visitor.recordId();
        this.accountId = accountId;
        this.at = now;
    }
}
