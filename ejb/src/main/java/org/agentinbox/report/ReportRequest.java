package org.agentinbox.report;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a report is to be of.
 *
 * @param from as {@link DateRange#of} takes it
 * @param to as {@link DateRange#of} takes it
 * @param agentId whose chats, or null: all
 */
public record ReportRequest(LocalDate from, LocalDate to, UUID agentId) {}
