package org.agentinbox.report;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Which days and chats a report is about.
 *
 * @param from see {@link DateRange#of}
 * @param to see {@link DateRange#of}
 * @param agentId what this agent did; null for all
 * @param teamId what the present members of this team did, with an agent too: of the agent, if they are a member; null for all. A team that
 *     does not exist has no members
 */
public record ReportRequest(LocalDate from, LocalDate to, UUID agentId, UUID teamId) {}
