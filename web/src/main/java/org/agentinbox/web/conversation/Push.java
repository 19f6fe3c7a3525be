package org.agentinbox.web.conversation;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import java.util.UUID;

import org.agentinbox.account.SignedOut;
import org.agentinbox.availability.AvailabilityChanged;
import org.agentinbox.conversation.AuthorKind;
import org.agentinbox.conversation.ChatConnected;
import org.agentinbox.conversation.ChatEnded;
import org.agentinbox.conversation.ChatIdle;
import org.agentinbox.conversation.ChatMissed;
import org.agentinbox.conversation.ConversationView;
import org.agentinbox.conversation.MessageStored;
import org.agentinbox.conversation.NoteStored;
import org.agentinbox.conversation.ReadMoved;
import org.agentinbox.conversation.Typed;
import org.agentinbox.conversation.VisitorInfoChanged;
import org.agentinbox.notification.MissedChanged;
import org.agentinbox.routing.OfferMade;
import org.agentinbox.routing.OfferWithdrawn;
import org.agentinbox.routing.TransferChanged;
import org.agentinbox.summary.SummaryChanged;
import org.agentinbox.web.platform.Frame;
import org.agentinbox.web.summary.SummaryFrames;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** Tells open sockets what happened, once it is committed. */
@ApplicationScoped
class Push {

    @Inject
    private VisitorSockets visitors;
    @Inject
    private AgentSockets agents;
    @Inject
    private SignInSockets signIns;

    /** Before all others who hear of a message: what they make of it can wait, the people cannot. */
    void message(@Observes(during = AFTER_SUCCESS) @Priority(Interceptor.Priority.LIBRARY_BEFORE) MessageStored stored) {
        visitors.push(stored.visitorId(), () -> Frames.message(stored.message(), AuthorKind.VISITOR));
        if (stored.agentId() != null) {
            agents.push(stored.agentId(), () -> Frames.message(stored.message(), AuthorKind.AGENT));
        }
    }

    /** To those who are in the chat or have it open, and may read it; never to a visitor. */
    void note(@Observes(during = AFTER_SUCCESS) NoteStored stored) {
        agents.all().stream().filter(socket -> !socket.isAnswering() && stored.isFor(socket.agentId(), socket.isSalesAdmin()))
            .filter(socket -> stored.isOfActiveChatOf(socket.agentId()) || socket.looksAt(stored.note().conversationId()))
            .forEach(socket -> socket.sender().push(NoteFrames.note(stored.note(), socket.agentId())));
    }

    void transfer(@Observes(during = AFTER_SUCCESS) TransferChanged change) {
        agents.push(change.transfer().fromAgentId(), () -> TransferFrames.transfer(change.transfer()));
    }

    void connected(@Observes(during = AFTER_SUCCESS) ChatConnected chat) {
        ConversationView conversation = chat.conversation();
        UUID visitorId = conversation.visitor().id();
        visitors.each(visitorId, socket -> socket.enter(conversation.id()));
        visitors.push(visitorId, () -> Frames.connected(conversation.id(), conversation.agent()));
        agents.push(conversation.agent().id(), () -> Frames.conversationFrame(conversation));
    }

    /** The socket that asked gets the message as its answer. */
    void missed(@Observes(during = AFTER_SUCCESS) ChatMissed chat) {
        visitors.each(chat.visitorId(), socket -> {
            if (!socket.isAnswering()) {
                socket.sender().push(Frames.fallback(chat.conversationId(), socket.fallbackText()));
            }
        });
    }

    void ended(@Observes(during = AFTER_SUCCESS) ChatEnded end) {
        visitors.push(end.visitorId(), () -> Frames.ended(end));
        agents.push(end.agentId(), () -> Frames.ended(end));
    }

    void idle(@Observes(during = AFTER_SUCCESS) ChatIdle idle) {
        visitors.push(idle.visitorId(), () -> Frames.idle(idle));
        agents.push(idle.agentId(), () -> Frames.idle(idle));
    }

    void read(@Observes(during = AFTER_SUCCESS) ReadMoved read) {
        agents.push(read.agentId(), () -> Frames.readToAgent(read.conversationId(), read.seq(), read.reader()));
        if (read.reader() == AuthorKind.AGENT) {
            visitors.push(read.visitorId(), () -> Frames.readToVisitor(read.seq()));
        }
    }

    void typed(@Observes(during = AFTER_SUCCESS) Typed typed) {
        if (typed.author() == AuthorKind.VISITOR) {
            agents.push(typed.agentId(), () -> Frames.typingToAgent(typed.conversationId(), typed.on()));
        } else {
            visitors.push(typed.visitorId(), () -> Frames.typingToVisitor(typed.on()));
        }
    }

    void visitor(@Observes(during = AFTER_SUCCESS) VisitorInfoChanged change) {
        agents.push(change.agentId(), () -> Frames.visitorChanged(change.conversationId(), change.visitor()));
    }

    void summary(@Observes(during = AFTER_SUCCESS) SummaryChanged change) {
        agents.push(change.agentId(), () -> SummaryFrames.changed(change.summary()));
    }

    void offered(@Observes(during = AFTER_SUCCESS) OfferMade made) {
        agents.push(made.offer().agentId(), () -> Frames.offer(made.offer()));
    }

    void withdrawn(@Observes(during = AFTER_SUCCESS) OfferWithdrawn offer) {
        agents.pushToAll(offer.agentId(), Frame.of("offer.withdrawn").with("offerId", offer.offerId()).with("reason", offer.reason()).toString());
    }

    void availability(@Observes(during = AFTER_SUCCESS) AvailabilityChanged change) {
        agents.pushToAll(change.availability().agentId(), Frames.availability(change.availability()));
    }

    void missed(@Observes(during = AFTER_SUCCESS) MissedChanged change) {
        agents.pushToAll(change.agentId(), Frames.missed(change.unseen()));
    }

    void signedOut(@Observes(during = AFTER_SUCCESS) SignedOut out) {
        out.signIns().forEach(signIn -> signIns.each(signIn, SignedInSocket::signedOut));
    }
}
