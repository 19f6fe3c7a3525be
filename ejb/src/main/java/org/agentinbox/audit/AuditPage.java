package org.agentinbox.audit;

import java.util.List;

/**
 * A part of the audit trail.
 *
 * @param entries newest first
 * @param next where the part after it begins, or null
 */
public record AuditPage(List<AuditView> entries, String next) {}
