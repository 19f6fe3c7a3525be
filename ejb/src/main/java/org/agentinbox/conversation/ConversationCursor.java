package org.agentinbox.conversation;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.RefusedException;

/** The last row of a page of past conversations: the next page continues after it. */
record ConversationCursor(Instant endedAt, UUID id) {

    /** PostgreSQL cannot store all instants that Java can parse, so later years are refused. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    static ConversationCursor of(Conversation conversation) {
        return new ConversationCursor(conversation.endedAt(), conversation.id());
    }

    /** @throws RefusedException where the text was not made by this class */
    static ConversationCursor parse(String text) {
        String[] parts = text.split("_", 2);
        try {
            return new ConversationCursor(instant(parts[0]), Ids.parse(parts.length == 2 ? parts[1] : null)
                .orElseThrow(() -> new DateTimeException("no id")));
        } catch (DateTimeException e) {
            throw RefusedException.ofField("before", "the \"next\" of an earlier page");
        }
    }

    private static Instant instant(String text) {
        Instant at = Instant.parse(text);
        if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
            throw new DateTimeException("no instant of ours");
        }
        return at;
    }

    @Override
    public String toString() {
        return endedAt + "_" + id;
    }
}
