package org.agentinbox.audit;

import java.time.Instant;
import java.util.UUID;

import org.agentinbox.platform.audit.AuditAct;

import jakarta.json.JsonObject;

/**
 * An entry of the audit trail.
 *
 * @param who {@code ACCOUNT}, {@code KEY}, {@code SYSTEM} or {@code STRANGER}
 * @param actorId of the account or the key, or null
 * @param actorName what that was called, or null
 * @param address of the client; null where there is none, or the reader may not see it
 * @param act what was done; null where a newer version recorded what this one does not know
 * @param actCode the same as it is stored
 * @param subject what kind of thing it was about, or null
 * @param subjectId its id, or null
 * @param subjectName what it was called, or null
 * @param before what changed, as it was; null for nothing
 * @param after the same, as it was then; null for nothing
 */
public record AuditView(UUID id, Instant at, String who, UUID actorId, String actorName, String address, AuditAct act, String actCode,
    String subject, UUID subjectId, String subjectName, JsonObject before, JsonObject after) {}
