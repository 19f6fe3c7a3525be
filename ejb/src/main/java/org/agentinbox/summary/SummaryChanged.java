package org.agentinbox.summary;

import java.util.UUID;

/**
 * A chat that goes on has another summary. A hint for those who show it: it can be lost.
 *
 * @param agentId who has the chat
 */
public record SummaryChanged(UUID agentId, SummaryView summary) {}
