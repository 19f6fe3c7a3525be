package org.agentinbox.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.platform.PageCursor;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

/**
 * A chat between a visitor and, once one has accepted, an agent. Lock its row before you change it. Read marks are moved by the statements
 * of {@link ReadMarks}, never through this class; the last message is looked up and not kept here.
 */
@Entity
@DynamicUpdate
class Conversation {

    @Id
    private UUID id;
    private UUID visitorId;
    private UUID agentId;
    private UUID requestClientId;
    @Enumerated(EnumType.STRING)
    private ConversationState state;
    @Enumerated(EnumType.STRING)
    private EndReason endReason;
    private UUID endedBy;
    private Instant requestedAt;
    private Instant acceptedAt;
    private Instant endedAt;
    @Formula("COALESCE((SELECT MAX(m.seq) FROM message m WHERE m.conversation_id = id), 0)")
    private int lastSeq;
    @Formula("COALESCE((SELECT m.at FROM message m WHERE m.conversation_id = id ORDER BY m.seq DESC LIMIT 1), requested_at)")
    private Instant lastActivityAt;
    @Column(updatable = false)
    private int visitorReadSeq;
    @Column(updatable = false)
    private int agentReadSeq;

    protected Conversation() {}

    Conversation(UUID id, UUID visitorId, UUID requestClientId, Instant now) {
        this.id = id;
        this.visitorId = visitorId;
        this.requestClientId = requestClientId;
        this.state = ConversationState.WAITING;
        this.requestedAt = now;
        this.lastActivityAt = now;
    }

    void connect(UUID agent, Instant now) {
        if (state != ConversationState.WAITING) {
            throw new RefusedException(Refusal.OFFER_GONE, "This chat waits for nobody any more.");
        }
        state = ConversationState.ACTIVE;
        agentId = agent;
        acceptedAt = now;
    }

    /** Moves the chat from the agent who has it to another. */
    void transfer(UUID from, UUID to) {
        if (!isActiveOf(from)) {
            throw new RefusedException(Refusal.OFFER_GONE, "This chat is not that agent's to hand on any more.");
        }
        agentId = to;
    }

    /** No agent took it. */
    void miss(Instant now) {
        if (state == ConversationState.WAITING) {
            state = ConversationState.MISSED;
            endedAt = now;
        }
    }

    /** Ends it, not by an agent's hand. */
    void end(EndReason reason, Instant now) {
        end(reason, null, now);
    }

    /**
     * Ends it. A chat that is over already keeps its reason and its time.
     *
     * @param byOrNull who did that by hand; null for the visitor and for the product
     */
    void end(EndReason reason, UUID byOrNull, Instant now) {
        if (state.isOpen()) {
            state = state == ConversationState.ACTIVE ? ConversationState.ENDED : ConversationState.MISSED;
            endReason = reason;
            endedBy = byOrNull;
            endedAt = now;
        }
    }

    Instant idleAt(Duration timeout) {
        Instant last = acceptedAt != null && acceptedAt.isAfter(lastActivityAt) ? acceptedAt : lastActivityAt;
        return last.plus(timeout);
    }

    /**
     * An agent sees their own active conversations and everybody's past ones (ear/src/docs/rules.md#conversations); with {@code seesAll}
     * also the active ones of others.
     */
    boolean isVisibleTo(UUID agent, boolean seesAll) {
        return isVisible(state, agent.equals(agentId), seesAll);
    }

    static boolean isVisible(ConversationState state, boolean isOwn, boolean seesAll) {
        return switch (state) {
            case WAITING, MISSED -> seesAll;
            case ACTIVE -> seesAll || isOwn;
            case ENDED -> true;
        };
    }

    /**
     * Whether somebody may write here: the visitor while it is open, the agent while it is active, the product while it is open. The
     * database function {@code may_write} (R__append.sql) holds the same rule for the statements that append messages.
     *
     * @param authorId the visitor or the agent; ignored where the product writes
     */
    boolean mayWrite(AuthorKind author, UUID authorId) {
        return switch (author) {
            case VISITOR -> isOpen() && visitorId.equals(authorId);
            case AGENT -> isActiveOf(authorId);
            case SYSTEM -> isOpen();
        };
    }

    /** @throws RefusedException as {@link #refusal}, where this author may not write here */
    void checkMayWrite(AuthorKind author, UUID authorId, boolean seesAll) {
        if (!mayWrite(author, authorId)) {
            throw refusal(author, authorId, seesAll);
        }
    }

    /**
     * Why an author may not write here: {@link Refusal#NOT_FOUND} where they may not see it, {@link Refusal#CHAT_ENDED} where it is over,
     * {@link Refusal#NOT_ALLOWED} to an agent who may see it but does not have it.
     *
     * @param seesAll of an agent: whether they see everybody's conversations
     */
    RefusedException refusal(AuthorKind author, UUID authorId, boolean seesAll) {
        boolean exists = switch (author) {
            case VISITOR -> visitorId.equals(authorId);
            case AGENT -> isVisibleTo(authorId, seesAll);
            case SYSTEM -> true;
        };
        if (!exists) {
            return unknown();
        }
        return author == AuthorKind.AGENT && isOpen()
            ? new RefusedException(Refusal.NOT_ALLOWED, "Only the agent who has this chat can do that.")
            : new RefusedException(Refusal.CHAT_ENDED, "This chat is over.");
    }

    /**
     * After its end the agent of a chat says what came of it.
     *
     * @param seesAll whether they see everybody's conversations, and may say it of all
     * @throws RefusedException {@link Refusal#NOT_FOUND} where they may not see it; {@link Refusal#NOT_ALLOWED} where it goes on or is not
     *     theirs
     */
    void checkMayWrapUp(UUID agent, boolean seesAll) {
        if (!isVisibleTo(agent, seesAll)) {
            throw unknown();
        }
        if (state != ConversationState.ENDED || !seesAll && !agent.equals(agentId)) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "Only the agent of a chat can do that, after its end.");
        }
    }

    static RefusedException unknown() {
        return new RefusedException(Refusal.NOT_FOUND, "There is no such conversation.");
    }

    /**
     * Whether the other side is shown that this author types: only in an active chat, and only an author who may write there. The product
     * never types.
     */
    boolean showsTypingOf(AuthorKind author, UUID authorId) {
        return state == ConversationState.ACTIVE && author != AuthorKind.SYSTEM && mayWrite(author, authorId);
    }

    boolean isOpen() {
        return state.isOpen();
    }

    boolean isActiveOf(UUID agent) {
        return state == ConversationState.ACTIVE && agent.equals(agentId);
    }

    UUID id() {
        return id;
    }

    UUID visitorId() {
        return visitorId;
    }

    boolean isActiveOfAnother(UUID agent) {
        return state == ConversationState.ACTIVE && !agent.equals(agentId);
    }

    UUID agentId() {
        return agentId;
    }

    ConversationState state() {
        return state;
    }

    UUID endedBy() {
        return endedBy;
    }

    EndReason endReason() {
        return endReason;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    /** Where a page of past conversations ends of which this is the last. */
    PageCursor pageCursor() {
        return new PageCursor(endedAt, id);
    }

    Instant endedAt() {
        return endedAt;
    }

    int lastSeq() {
        return lastSeq;
    }

    Instant lastActivityAt() {
        return lastActivityAt;
    }

    int visitorReadSeq() {
        return visitorReadSeq;
    }

    int agentReadSeq() {
        return agentReadSeq;
    }
}
