package org.agentinbox.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** How a chat was requested: by which entry, with which answers, and whether its visitor waits in the queue. */
@Entity
class ChatRequest {

    private static final int LONGEST_ASKED = 100;

    @Id
    private UUID conversationId;
    private String askedEntry;
    private String entryKey;
    @JdbcTypeCode(SqlTypes.JSON)
    private String answers;
    private Instant queuedAt;
    private Instant queueEndsAt;
    private Integer queuePosition;
    private UUID fallbackAgentId;
    private UUID teamId;

    protected ChatRequest() {}

    /** @param askedEntry what the page asked for, or null; anything that cannot be a key is shortened */
    ChatRequest(UUID conversationId, String askedEntry, String entryKey) {
        this.conversationId = conversationId;
        this.askedEntry = askedEntry == null ? null : shortened(askedEntry.replace("\0", ""));
        this.entryKey = entryKey;
        this.answers = FormAnswers.NONE.json();
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_ASKED ? text
            : text.substring(0, text.offsetByCodePoints(0, LONGEST_ASKED));
    }

    void answer(FormAnswers given) {
        answers = given.json();
    }

    FormAnswers answers() {
        return FormAnswers.parse(answers);
    }

    /** The visitor begins to wait. Who comes back into the queue keeps the place that they had. */
    void queue(Instant now, Duration most, int position) {
        if (queuedAt == null) {
            queuedAt = now;
            queueEndsAt = now.plus(most);
            queuePosition = position;
        }
    }

    boolean mayWait(Instant now) {
        return queueEndsAt == null || now.isBefore(queueEndsAt);
    }

    /** Routing asks a team first, or none (null). Of several plans, the last one counts. */
    void meantFor(UUID teamOrNull) {
        teamId = teamOrNull;
    }

    /** No agent takes the chat; the visitor may book a meeting with somebody, or with nobody (null). */
    void fallBack(UUID agentOrNull) {
        fallbackAgentId = agentOrNull;
    }

    UUID fallbackAgentId() {
        return fallbackAgentId;
    }

    UUID conversationId() {
        return conversationId;
    }

    String askedEntry() {
        return askedEntry;
    }

    String entryKey() {
        return entryKey;
    }

    Instant queuedAt() {
        return queuedAt;
    }

    Instant queueEndsAt() {
        return queueEndsAt;
    }

    int queuePosition() {
        return queuePosition;
    }
}
