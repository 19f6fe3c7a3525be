package org.agentinbox.conversation;

import java.util.UUID;

import org.agentinbox.account.Person;

/**
 * A conversation as its visitor sees it.
 *
 * @param reason null while it is open, and where nobody accepted in time
 * @param agent null while nobody has accepted
 */
public record VisitorChatView(
    UUID id,
    ConversationState state,
    EndReason reason,
    int lastSeq,
    int visitorReadSeq,
    int agentReadSeq,
    Person agent) {}
