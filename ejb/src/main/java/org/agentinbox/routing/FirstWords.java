package org.agentinbox.routing;

import java.util.UUID;

import org.agentinbox.conversation.AuthorKind;
import org.agentinbox.conversation.MessageStored;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** An offer shows the first thing that the visitor writes while waiting. */
@ApplicationScoped
class FirstWords {

    @Inject
    private ShownOffer shown;

    /** All messages come by here: most cost a look. */
    void messageStored(@Observes MessageStored stored) {
        boolean first = stored.message().seq() == 1 && stored.message().author() == AuthorKind.VISITOR;
        if (first && stored.agentId() == null) {
            shown.again(stored.message().conversationId());
        }
    }

    /** Has a transaction of its own where the caller has none. */
    @ApplicationScoped
    static class ShownOffer {

        @Inject
        private PendingOffers pending;
        @Inject
        private Event<OfferMade> made;

        @Transactional
        void again(UUID conversationId) {
            pending.forConversation(conversationId).ifPresent(offer -> made.fire(new OfferMade(pending.view(offer))));
        }
    }
}
