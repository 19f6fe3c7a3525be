package org.agentinbox.activity;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that a visitor did, as an agent sees it.
 *
 * @param detail with whom or what, by the name it had then; null where there is nothing to say
 * @param conversationId the conversation that it belongs to, where the agent may read that one; else null
 */
public record ActivityView(UUID id, ActivityType type, Instant at, String detail, UUID conversationId) {

    ActivityView withoutConversation() {
        return new ActivityView(id, type, at, detail, null);
    }
}
