package org.agentinbox.platform.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

/** An entry of the audit trail: written once. */
@Entity
@Immutable
class AuditEntry {

    private static final int LONGEST_ACTOR = 200;
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_ADDRESS = 64;

    @Id
    private UUID id;
    private Instant at;
    @Enumerated(EnumType.STRING)
    private AuditActor.Kind actorKind;
    private UUID actorId;
    private String actorName;
    private String address;
    @Enumerated(EnumType.STRING)
    private AuditAct act;
    @Enumerated(EnumType.STRING)
    private AuditSubject subjectKind;
    private UUID subjectId;
    private String subjectName;
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "before")
    private String was;
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "after")
    private String is;

    protected AuditEntry() {}

    /** @param names of the ids in it */
    AuditEntry(UUID id, Instant at, AuditRecord record, AuditActor actor, String address, Map<UUID, String> names) {
        this.id = id;
        this.at = at;
        actorKind = actor.kind();
        actorId = actor.id();
        actorName = cut(actor.name() != null ? actor.name() : names.get(actor.id()), LONGEST_ACTOR);
        this.address = cut(address, LONGEST_ADDRESS);
        act = record.act();
        subjectKind = record.subject();
        subjectId = record.subjectId();
        subjectName = cut(record.subjectName(), LONGEST_SUBJECT);
        was = text(record.changes().before(names));
        is = text(record.changes().after(names));
    }

    private static String text(JsonObject json) {
        return Optional.ofNullable(json).map(JsonObject::toString).orElse(null);
    }

    private static String cut(String text, int most) {
        return text == null || text.codePointCount(0, text.length()) <= most ? text
            : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
