package org.agentinbox.routing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.account.Directory;
import org.agentinbox.account.Person;
import org.agentinbox.conversation.ConversationVisitors;
import org.agentinbox.conversation.ConversationVisitors.FirstLine;
import org.agentinbox.conversation.TransferNotes;
import org.agentinbox.platform.deadline.Deadlines;
import org.agentinbox.visitor.VisitorView;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Makes and finds the offers that wait for an answer. Works in its caller's transaction. */
@ApplicationScoped
class PendingOffers {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Deadlines deadlines;
    @Inject
    private Directory directory;
    @Inject
    private ConversationVisitors visitors;
    @Inject
    private TransferNotes notes;
    @Inject
    private Event<OfferMade> made;

    /**
     * Makes an offer. The caller has locked the conversation and the agent, and the agent is below the limit.
     *
     * @param visitor of the conversation
     */
    void add(Offer offer, VisitorView visitor) {
        em.persist(offer);
        em.flush();
        deadlines.set(OfferLapse.KIND, offer.id(), offer.expiresAt());
        made.fire(new OfferMade(view(offer, visitor)));
    }

    /** The offers to an agent that can still be answered, oldest first. */
    List<OfferView> of(UUID agentId) {
        return em.createQuery("SELECT o FROM Offer o WHERE o.agentId = :agent AND o.state = PENDING AND o.expiresAt > :now "
            + "ORDER BY o.offeredAt", Offer.class)
            .setParameter("agent", agentId).setParameter("now", clock.instant()).getResultStream().map(this::view).toList();
    }

    /** The pending offer of a conversation. */
    Optional<Offer> forConversation(UUID conversationId) {
        return em.createQuery("SELECT o FROM Offer o WHERE o.conversationId = :id AND o.state = PENDING", Offer.class)
            .setParameter("id", conversationId).getResultStream().findFirst();
    }

    OfferView view(Offer offer) {
        return view(offer, visitors.view(offer.conversationId()));
    }

    private OfferView view(Offer offer, VisitorView visitor) {
        UUID conversationId = offer.conversationId();
        Person from = offer.isTransfer() ? directory.person(offer.fromAgentId()) : null;
        String note = offer.isTransfer() ? notes.text(conversationId, offer.clientId()).orElse(null) : null;
        return new OfferView(offer.id(), conversationId, offer.agentId(), visitor,
            visitors.firstLine(conversationId).map(FirstLine::text).orElse(null), offer.expiresAt(), offer.kind(), from, note);
    }
}
