package org.agentinbox.summary;

import java.util.UUID;

/**
 * An active chat has a new summary. This is a hint for those who show it, which can be lost.
 *
 * @param agentId who has the chat
 */
public record SummaryChanged(UUID agentId, SummaryView summary) {}
