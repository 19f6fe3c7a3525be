package org.agentinbox.conversation;

import static org.agentinbox.conversation.ConversationState.ACTIVE;
import static org.agentinbox.conversation.ConversationState.ENDED;
import static org.agentinbox.conversation.ConversationState.MISSED;
import static org.agentinbox.conversation.ConversationState.WAITING;
import static org.agentinbox.conversation.WritingRule.Author.AGENT;
import static org.agentinbox.conversation.WritingRule.Author.OTHER_AGENT;
import static org.agentinbox.conversation.WritingRule.Author.OTHER_VISITOR;
import static org.agentinbox.conversation.WritingRule.Author.PRODUCT;
import static org.agentinbox.conversation.WritingRule.Author.SALES_ADMIN;
import static org.agentinbox.conversation.WritingRule.Author.VISITOR;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import org.agentinbox.conversation.append.AuthorKind;

/** The expected results for all paths: who may write into a conversation and what the others are told, by the conversation's state. */
final class WritingRule {

    /**
     * Somebody who may want to write. AGENT is the one who has the conversation; the sales admin looks at a conversation of another agent.
     */
    enum Author {
        VISITOR, OTHER_VISITOR, AGENT, OTHER_AGENT, SALES_ADMIN, PRODUCT;

        AuthorKind kind() {
            return switch (this) {
                case VISITOR, OTHER_VISITOR -> AuthorKind.VISITOR;
                case AGENT, OTHER_AGENT, SALES_ADMIN -> AuthorKind.AGENT;
                case PRODUCT -> AuthorKind.SYSTEM;
            };
        }
    }

    private static final Map<ConversationState, Set<Author>> MAY_WRITE = new EnumMap<>(Map.of(
        WAITING, Set.of(VISITOR, PRODUCT),
        ACTIVE, Set.of(VISITOR, AGENT, PRODUCT),
        ENDED, Set.of(),
        MISSED, Set.of()));

    /** In the order waiting, active, ended, missed. A waiting or missed conversation has no agent. */
    private static final Map<Author, String[]> TOLD = new EnumMap<>(Map.of(
        VISITOR, new String[]{"STORED", "STORED", "CHAT_ENDED", "CHAT_ENDED"},
        OTHER_VISITOR, new String[]{"NOT_FOUND", "NOT_FOUND", "NOT_FOUND", "NOT_FOUND"},
        AGENT, new String[]{"NOT_FOUND", "STORED", "CHAT_ENDED", "NOT_FOUND"},
        OTHER_AGENT, new String[]{"NOT_FOUND", "NOT_FOUND", "CHAT_ENDED", "NOT_FOUND"},
        SALES_ADMIN, new String[]{"NOT_ALLOWED", "NOT_ALLOWED", "CHAT_ENDED", "CHAT_ENDED"}));

    /** Private notes are not sent to the visitor, so whoever may see the conversation may write them, in any state. */
    private static final Map<ConversationState, Set<Author>> MAY_NOTE = new EnumMap<>(Map.of(
        WAITING, Set.of(SALES_ADMIN),
        ACTIVE, Set.of(AGENT, SALES_ADMIN),
        ENDED, Set.of(AGENT, OTHER_AGENT, SALES_ADMIN),
        MISSED, Set.of(SALES_ADMIN)));

    private WritingRule() {}

    static boolean mayWrite(ConversationState state, Author author) {
        return MAY_WRITE.get(state).contains(author);
    }

    /** Returns the answer to a message or a card: STORED, or the code of the refusal. */
    static String told(ConversationState state, Author author) {
        return TOLD.get(author)[state.ordinal()];
    }

    /** Returns the answer to a private note. */
    static String toldOfNote(ConversationState state, Author author) {
        return MAY_NOTE.get(state).contains(author) ? "STORED" : "NOT_FOUND";
    }

    /** Typing is shown to the other side, so there has to be one. */
    static boolean showsTyping(ConversationState state, Author author) {
        return state == ACTIVE && (author == VISITOR || author == AGENT);
    }
}
