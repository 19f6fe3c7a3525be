package org.agentinbox.activity;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that a visitor did, as an agent sees it.
 *
 * @param detail the name, at that time, of the agent or thing involved; null where there is none
 * @param conversationId the conversation it belongs to, where the agent may read that one; else null
 */
public record ActivityView(UUID id, ActivityType type, Instant at, String detail, UUID conversationId) {

    ActivityView withoutConversation() {
        return new ActivityView(id, type, at, detail, null);
    }
}
