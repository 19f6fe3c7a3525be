package org.agentinbox.retention;

import java.util.List;
import java.util.Set;

/**
 * The tables that hold history. A feature that keeps something about chats or visitors adds its table here, in one line, and the
 * purge, the erasure and the export know it.
 */
final class HistoryTables {

    /** Rows of a conversation, by {@code conversation_id}: they go with it. Messages are apart, they lie in partitions. */
    private static final List<String> OF_CONVERSATION = List.of("note", "conversation_topic", "conversation_summary", "calendar_share", "offer", "routing_decision",
        "conversation_search");
    /** No part of an export: what tells of our work, what colleagues write for each other, and what is only made from the rest. */
    private static final Set<String> INTERNAL = Set.of("note", "offer", "routing_decision", "conversation_search", "signed_use",
        "visitor_apart", "outbox");
    /** Rows of a visitor, by {@code visitor_id}, that have an {@code id} and age by themselves. */
    private static final List<Aged> AGED = List.of(new Aged("activity", "at"), new Aged("meeting", "ends_at"), new Aged("booking_failure", "failed_at"));
    /** Other rows of a visitor, by {@code visitor_id}: they go with the visitor. */
    private static final List<String> OF_VISITOR = List.of("visitor_apart", "signed_use", "legal_hold", "outbox");

    /** @param at the column that says how old a row is */
    record Aged(String table, String at) {
    }

    private HistoryTables() {
    }

    static List<String> ofConversation() {
        return OF_CONVERSATION;
    }

    static List<Aged> aged() {
        return AGED;
    }

    static List<String> ofVisitor() {
        return OF_VISITOR;
    }

    static boolean isTold(String table) {
        return !INTERNAL.contains(table);
    }
}
