package org.agentinbox.web.conversation;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import java.util.UUID;

import org.agentinbox.account.SignedOut;
import org.agentinbox.availability.AvailabilityChanged;
import org.agentinbox.conversation.ChatConnected;
import org.agentinbox.conversation.ChatEnded;
import org.agentinbox.conversation.ChatIdle;
import org.agentinbox.conversation.ChatMissed;
import org.agentinbox.conversation.ConversationView;
import org.agentinbox.conversation.MessageStored;
import org.agentinbox.conversation.NoteStored;
import org.agentinbox.conversation.ReadMarkMoved;
import org.agentinbox.conversation.TypingChanged;
import org.agentinbox.conversation.VisitorInfoChanged;
import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.notification.missed.MissedChatsChanged;
import org.agentinbox.routing.OfferMade;
import org.agentinbox.routing.OfferWithdrawn;
import org.agentinbox.routing.TransferChanged;
import org.agentinbox.summary.SummaryChanged;
import org.agentinbox.web.platform.JsonMessage;
import org.agentinbox.web.summary.SummaryJson;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** Tells open sockets what happened, once it is committed. */
@ApplicationScoped
class SocketNotifier {

    @Inject
    private VisitorSockets visitors;
    @Inject
    private AgentSockets agents;
    @Inject
    private SignInSockets signIns;

    /** Before all others who hear of a message: what they make of it can wait, the people cannot. */
    void message(@Observes(during = AFTER_SUCCESS) @Priority(Interceptor.Priority.LIBRARY_BEFORE) MessageStored stored) {
        visitors.send(stored.visitorId(), () -> SocketFrames.message(stored.message(), AuthorKind.VISITOR));
        if (stored.agentId() != null) {
            agents.send(stored.agentId(), () -> SocketFrames.message(stored.message(), AuthorKind.AGENT));
        }
    }

    /** To those who are in the chat or have it open, and may read it; never to a visitor. */
    void note(@Observes(during = AFTER_SUCCESS) NoteStored stored) {
        agents.all().stream().filter(socket -> !socket.isAnswering() && stored.isFor(socket.agentId(), socket.isSalesAdmin()))
            .filter(socket -> stored.isOfActiveChatOf(socket.agentId()) || socket.hasOpen(stored.note().conversationId()))
            .forEach(socket -> socket.sender().send(NoteFrames.note(stored.note(), socket.agentId())));
    }

    void transfer(@Observes(during = AFTER_SUCCESS) TransferChanged change) {
        agents.send(change.transfer().fromAgentId(), () -> TransferFrames.transfer(change.transfer()));
    }

    void connected(@Observes(during = AFTER_SUCCESS) ChatConnected chat) {
        ConversationView conversation = chat.conversation();
        UUID visitorId = conversation.visitor().id();
        visitors.each(visitorId, socket -> socket.enter(conversation.id()));
        visitors.send(visitorId, () -> SocketFrames.connected(conversation.id(), conversation.agent()));
        agents.send(conversation.agent().id(), () -> SocketFrames.conversationFrame(conversation));
    }

    /** The socket that asked gets the message as its answer. */
    void missed(@Observes(during = AFTER_SUCCESS) ChatMissed chat) {
        visitors.each(chat.visitorId(), socket -> {
            if (!socket.isAnswering()) {
                socket.sender().send(SocketFrames.fallback(chat.conversationId(), socket.fallbackText()));
            }
        });
    }

    void ended(@Observes(during = AFTER_SUCCESS) ChatEnded end) {
        visitors.send(end.visitorId(), () -> SocketFrames.ended(end));
        agents.send(end.agentId(), () -> SocketFrames.ended(end));
    }

    void idle(@Observes(during = AFTER_SUCCESS) ChatIdle idle) {
        visitors.send(idle.visitorId(), () -> SocketFrames.idle(idle));
        agents.send(idle.agentId(), () -> SocketFrames.idle(idle));
    }

    void read(@Observes(during = AFTER_SUCCESS) ReadMarkMoved read) {
        agents.send(read.agentId(), () -> SocketFrames.readToAgent(read.conversationId(), read.seq(), read.reader()));
        if (read.reader() == AuthorKind.AGENT) {
            visitors.send(read.visitorId(), () -> SocketFrames.readToVisitor(read.seq()));
        }
    }

    void typed(@Observes(during = AFTER_SUCCESS) TypingChanged typingChanged) {
        if (typingChanged.author() == AuthorKind.VISITOR) {
            agents.send(typingChanged.agentId(), () -> SocketFrames.typingToAgent(typingChanged.conversationId(), typingChanged.on()));
        } else {
            visitors.send(typingChanged.visitorId(), () -> SocketFrames.typingToVisitor(typingChanged.on()));
        }
    }

    void visitor(@Observes(during = AFTER_SUCCESS) VisitorInfoChanged change) {
        agents.send(change.agentId(), () -> SocketFrames.visitorChanged(change.conversationId(), change.visitor()));
    }

    void summary(@Observes(during = AFTER_SUCCESS) SummaryChanged change) {
        agents.send(change.agentId(), () -> SummaryJson.changed(change.summary()));
    }

    void offered(@Observes(during = AFTER_SUCCESS) OfferMade made) {
        agents.send(made.offer().agentId(), () -> SocketFrames.offer(made.offer()));
    }

    void withdrawn(@Observes(during = AFTER_SUCCESS) OfferWithdrawn offer) {
        agents.sendToAll(offer.agentId(), JsonMessage.of("offer.withdrawn").with("offerId", offer.offerId()).with("reason", offer.reason()).toString());
    }

    void availability(@Observes(during = AFTER_SUCCESS) AvailabilityChanged change) {
        agents.sendToAll(change.availability().agentId(), SocketFrames.availability(change.availability()));
    }

    void missed(@Observes(during = AFTER_SUCCESS) MissedChatsChanged change) {
        agents.sendToAll(change.agentId(), SocketFrames.missed(change.unseen()));
    }

    void signedOut(@Observes(during = AFTER_SUCCESS) SignedOut out) {
        out.signIns().forEach(signIn -> signIns.each(signIn, SignedInSocket::signedOut));
    }
}
