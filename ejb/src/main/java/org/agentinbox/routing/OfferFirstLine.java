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

/** An offer that is pending shows the first line of its visitor as soon as it is written. */
@ApplicationScoped
class OfferFirstLine {

    @Inject
    private ShownOffer shown;

    /** All messages come by here: only those of visitors who wait for an agent cost a query. */
    void messageStored(@Observes MessageStored stored) {
        if (stored.message().author() == AuthorKind.VISITOR && stored.agentId() == null) {
            shown.again(stored.message());
        }
    }

    /** Has a transaction of its own where the caller has none. */
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
