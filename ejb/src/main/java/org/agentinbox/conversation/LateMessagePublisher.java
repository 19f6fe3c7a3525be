package org.agentinbox.conversation;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Tells others of a message that was stored while the database's answer was lost, once its sender has sent it again. */
@ApplicationScoped
class LateMessagePublisher {

    @Inject
    private Conversations conversations;
    @Inject
    private ConversationReader reader;
    @Inject
    private Event<MessageStored> stored;

    /** The message is read from the database, because the text that was sent again may differ from the stored one. */
    @Transactional
    void tell(UUID conversationId, int seq) {
        Conversation conversation = conversations.get(conversationId);
        MessageView message = reader.messages(conversationId, seq - 1).get(0);
        stored.fire(new MessageStored(message, conversation.visitorId(), conversation.agentId()));
    }
}
