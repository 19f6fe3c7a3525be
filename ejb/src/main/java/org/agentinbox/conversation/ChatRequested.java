package org.agentinbox.conversation;

import java.util.UUID;

/**
 * A visitor asks for a live chat. Fired inside the transaction that made the conversation.
 *
 * @param askedEntry the entry that the page names, as it was sent; null where it names none
 */
public record ChatRequested(UUID conversationId, UUID visitorId, String askedEntry) {}
