package org.agentinbox.routing;

import java.util.UUID;

import org.agentinbox.conversation.ConversationVisitors;
import org.agentinbox.conversation.MessageStored;
import org.agentinbox.conversation.MessageView;
import org.agentinbox.conversation.append.AuthorKind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Adds the visitor's first message to a pending offer as soon as it is written. */
@ApplicationScoped
class OfferFirstLine {

    @Inject
    private ShownOffer shown;

    /** Observes all messages, so those of agents and of chats that have an agent are dropped without a query. */
    void messageStored(@Observes MessageStored stored) {
        if (stored.message().author() == AuthorKind.VISITOR && stored.agentId() == null) {
            shown.again(stored.message());
        }
    }

    /** A bean of its own, so that it gets a transaction where the caller has none. */
    @ApplicationScoped
    static class ShownOffer {

        @Inject
        private ConversationVisitors visitors;
        @Inject
        private PendingOffers pending;
        @Inject
        private Event<OfferMade> made;

        @Transactional
        void again(MessageView written) {
            UUID conversationId = written.conversationId();
            if (visitors.firstLine(conversationId).filter(first -> first.seq() == written.seq()).isPresent()) {
                pending.forConversation(conversationId).ifPresent(offer -> made.fire(new OfferMade(pending.view(offer))));
            }
        }
    }
}
