package org.agentinbox.conversation;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.RefusedException;

/** The last row of a page of past conversations: the next page continues after it. */
record ConversationCursor(Instant endedAt, UUID id) {

    static ConversationCursor of(Conversation conversation) {
        return new ConversationCursor(conversation.endedAt(), conversation.id());
    }

    /** @throws RefusedException where the text was not made by this class */
    static ConversationCursor parse(String text) {
        String[] parts = text.split("_", 2);
        try {
            return new ConversationCursor(Instant.parse(parts[0]), Ids.parse(parts.length == 2 ? parts[1] : null)
                .orElseThrow(() -> new DateTimeException("no id")));
        } catch (DateTimeException e) {
            throw RefusedException.ofField("before", "the \"next\" of an earlier page");
        }
    }

    @Override
    public String toString() {
        return endedAt + "_" + id;
    }
}
