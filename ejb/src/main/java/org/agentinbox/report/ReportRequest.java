package org.agentinbox.report;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Which days and chats a report is about.
 *
 * @param from see {@link DateRange#of}
 * @param to see {@link DateRange#of}
 * @param agentId whose chats; null for all
 */
public record ReportRequest(LocalDate from, LocalDate to, UUID agentId) {}
