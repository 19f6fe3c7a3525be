package org.agentinbox.notification.missed;

import java.util.UUID;

import org.agentinbox.conversation.ChatEnded;
import org.agentinbox.conversation.ChatMissed;
import org.agentinbox.routing.OfferState;
import org.agentinbox.routing.OfferWithdrawn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Observes lapsed offers, chats that nobody took, and messages that are left, and tells the agents concerned of what they missed. */
@ApplicationScoped
class MissedChatPublisher {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private MissedChatRepository repository;
    @Inject
    private Event<MissedChatsChanged> changed;

    void withdrawn(@Observes OfferWithdrawn offer) {
        if (offer.reason() == OfferState.LAPSED) {
            em.flush();
            tell(offer.agentId());
        }
    }

    void missed(@Observes ChatMissed chat) {
        tellTeam(chat.conversationId());
    }

    /** The visitor left before anybody accepted it. */
    void left(@Observes ChatEnded end) {
        if (end.agentId() == null) {
            tellTeam(end.conversationId());
        }
    }

    /** A message was left with a chat that nobody took. */
    void messageLeft(UUID conversationId) {
        tellTeam(conversationId);
        repository.whoLetLapse(conversationId).forEach(this::tell);
    }

    private void tellTeam(UUID conversationId) {
        em.flush();
        repository.team(conversationId).forEach(this::tell);
    }

    private void tell(UUID agentId) {
        changed.fire(new MissedChatsChanged(agentId, repository.unseen(agentId)));
    }
}
