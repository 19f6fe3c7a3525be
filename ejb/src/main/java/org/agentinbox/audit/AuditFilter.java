package org.agentinbox.audit;

import java.time.Instant;

import org.agentinbox.platform.audit.AuditAct;

/**
 * Which entries of the audit trail are wanted. What is null counts for all.
 *
 * @param who part of the name of who did it, in any letter case
 * @param act what was done
 * @param subject part of the name of what it was about, in any letter case, or its whole id
 * @param from the first instant
 * @param to the first instant after it
 */
public record AuditFilter(String who, AuditAct act, String subject, Instant from, Instant to) {

    /** All entries. */
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);
}
