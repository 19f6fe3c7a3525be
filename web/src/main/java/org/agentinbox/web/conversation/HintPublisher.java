package org.agentinbox.web.conversation;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.routing.ChatFellBack;
import org.agentinbox.routing.ChatQueued;
import org.agentinbox.account.SignedOut;
import org.agentinbox.availability.AvailabilityChanged;
import org.agentinbox.conversation.ChatConnected;
import org.agentinbox.conversation.ChatEnded;
import org.agentinbox.conversation.ChatIdle;
import org.agentinbox.conversation.ConversationView;
import org.agentinbox.conversation.MentionsChanged;
import org.agentinbox.conversation.MessageStored;
import org.agentinbox.conversation.NoteStored;
import org.agentinbox.conversation.ReadMarkMoved;
import org.agentinbox.conversation.SupervisorActed;
import org.agentinbox.conversation.TypingChanged;
import org.agentinbox.conversation.VisitorInfoChanged;
import org.agentinbox.conversation.WrapUpChanged;
import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.notification.missed.MissedChatsChanged;
import org.agentinbox.routing.OfferMade;
import org.agentinbox.routing.OfferWithdrawn;
import org.agentinbox.routing.TransferChanged;
import org.agentinbox.summary.SummaryChanged;
import org.agentinbox.web.hint.Audience;
import org.agentinbox.web.hint.Hint;
import org.agentinbox.web.hint.HintBus;
import org.agentinbox.web.platform.JsonMessage;
import org.agentinbox.web.summary.SummaryJson;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/**
 * Makes hints of facts once they are committed: who is told, and with which frame. It uses only the fact, so that it does not matter on
 * which node people are connected.
 */
@ApplicationScoped
class HintPublisher {

    @Inject
    private HintBus bus;

    /** Runs before all other observers of a message, because people wait for it and the others can run later. */
    void message(@Observes(during = AFTER_SUCCESS) @Priority(Interceptor.Priority.LIBRARY_BEFORE) MessageStored stored) {
        // What the product writes is no answer to the visitor's own act, so the socket on which they act gets it too.
        bus.publish(new Hint.Frame(new Audience.Visitor(stored.visitorId()), SocketFrames.message(stored.message(), AuthorKind.VISITOR),
            stored.message().author() == AuthorKind.SYSTEM));
        toAgentAndWatchers(stored.agentId(), stored.message().conversationId(), SocketFrames.message(stored.message(), AuthorKind.AGENT));
    }

    /** Tells the agent of the chat, and agents who have the conversation open and may read the note; never a visitor. */
    void note(@Observes(during = AFTER_SUCCESS) NoteStored stored) {
        UUID conversationId = stored.note().conversationId();
        UUID author = stored.note().authorId();
        Set<UUID> told = new HashSet<>(Set.of(author));
        stored.activeAgent().ifPresent(agent -> {
            told.add(agent);
            toAgent(agent, NoteFrames.note(stored.note(), agent));
        });
        if (stored.activeAgent().filter(author::equals).isEmpty()) {
            publish(new Audience.AgentViewing(author, conversationId), NoteFrames.note(stored.note(), author));
        }
        publish(new Audience.OthersViewing(conversationId, stored.isForEverybody(), told), NoteFrames.note(stored.note(), null));
        publish(new Audience.Watching(conversationId), NoteFrames.note(stored.note(), null));
    }

    void wrapUp(@Observes(during = AFTER_SUCCESS) WrapUpChanged change) {
        String frame = WrapUpFrames.changed(change.conversationId(), change.wrapUp()).toString();
        Set<UUID> told = new HashSet<>(Set.of(change.by()));
        publish(new Audience.Agent(change.by()), frame);
        if (change.agentId() != null && told.add(change.agentId())) {
            toAgent(change.agentId(), frame);
        }
        publish(new Audience.OthersViewing(change.conversationId(), true, told), frame);
    }

    void transfer(@Observes(during = AFTER_SUCCESS) TransferChanged change) {
        toAgent(change.transfer().fromAgentId(), TransferFrames.transfer(change.transfer()));
    }

    void connected(@Observes(during = AFTER_SUCCESS) ChatConnected chat) {
        ConversationView conversation = chat.conversation();
        toVisitor(conversation.visitor().id(), chat.fromAgentId() == null
            ? SocketFrames.connected(conversation.id(), conversation.agent())
            : SupervisionFrames.agent(conversation.id(), conversation.agent()));
        toAgentAndWatchers(conversation.agent().id(), conversation.id(), SocketFrames.conversationFrame(conversation));
    }

    /** Tells who had the chat, and who has it now; whoever did it knows. */
    void moved(@Observes(during = AFTER_SUCCESS) SupervisorActed act) {
        if (act.to() != null) {
            String frame = SupervisionFrames.moved(act);
            toAgent(act.agentId(), frame);
            if (!act.to().id().equals(act.by().id())) {
                toAgent(act.to().id(), frame);
            }
        }
    }

    void fellBack(@Observes(during = AFTER_SUCCESS) ChatFellBack chat) {
        toVisitor(chat.visitorId(),
            SocketFrames.fallback(chat.conversationId(), FallbackText.in(chat.visitorLocale(), chat.fallback())));
    }

    void queued(@Observes(during = AFTER_SUCCESS) ChatQueued queued) {
        toVisitor(queued.place().visitorId(), SocketFrames.queued(queued.place()));
    }

    void ended(@Observes(during = AFTER_SUCCESS) ChatEnded end) {
        toVisitor(end.visitorId(), SocketFrames.ended(end));
        toAgent(end.agentId(), SocketFrames.ended(end));
        // Everybody may see a chat that is over.
        publish(new Audience.OthersViewing(end.conversationId(), true, end.agentId() == null ? Set.of() : Set.of(end.agentId())),
            SocketFrames.ended(end));
    }

    void idle(@Observes(during = AFTER_SUCCESS) ChatIdle idle) {
        toVisitor(idle.visitorId(), SocketFrames.idle(idle));
        toAgentAndWatchers(idle.agentId(), idle.conversationId(), SocketFrames.idle(idle));
    }

    void read(@Observes(during = AFTER_SUCCESS) ReadMarkMoved read) {
        toAgentAndWatchers(read.agentId(), read.conversationId(),
            SocketFrames.readToAgent(read.conversationId(), read.seq(), read.reader()));
        if (read.reader() == AuthorKind.AGENT) {
            toVisitor(read.visitorId(), SocketFrames.readToVisitor(read.seq()));
        }
    }

    void typed(@Observes(during = AFTER_SUCCESS) TypingChanged typing) {
        if (typing.author() == AuthorKind.VISITOR) {
            toAgentAndWatchers(typing.agentId(), typing.conversationId(), SocketFrames.typingToAgent(typing.conversationId(), typing.on()));
        } else {
            toVisitor(typing.visitorId(), SocketFrames.typingToVisitor(typing.on()));
        }
    }

    void visitor(@Observes(during = AFTER_SUCCESS) VisitorInfoChanged change) {
        toAgentAndWatchers(change.agentId(), change.conversationId(),
            SocketFrames.visitorChanged(change.conversationId(), change.visitor()));
    }

    void summary(@Observes(during = AFTER_SUCCESS) SummaryChanged change) {
        toAgentAndWatchers(change.agentId(), change.summary().conversationId(), SummaryJson.changed(change.summary()));
    }

    void offered(@Observes(during = AFTER_SUCCESS) OfferMade made) {
        toAgent(made.offer().agentId(), SocketFrames.offer(made.offer()));
    }

    void withdrawn(@Observes(during = AFTER_SUCCESS) OfferWithdrawn offer) {
        toAskerToo(offer.agentId(),
            JsonMessage.of("offer.withdrawn").with("offerId", offer.offerId()).with("reason", offer.reason()).toString());
    }

    void availability(@Observes(during = AFTER_SUCCESS) AvailabilityChanged change) {
        toAskerToo(change.availability().agentId(), SocketFrames.availability(change.availability()));
    }

    void missed(@Observes(during = AFTER_SUCCESS) MissedChatsChanged change) {
        toAskerToo(change.agentId(), SocketFrames.missed(change.unseen()));
    }

    void mentioned(@Observes(during = AFTER_SUCCESS) MentionsChanged change) {
        toAskerToo(change.accountId(), NoteFrames.mentions(change));
    }

    void signedOut(@Observes(during = AFTER_SUCCESS) SignedOut out) {
        bus.publish(new Hint.SignInsEnded(out.signIns()));
    }

    private void toVisitor(UUID visitorId, String frame) {
        publish(new Audience.Visitor(visitorId), frame);
    }

    /** @param agentOrNull where it is null, nobody is told */
    private void toAgent(UUID agentOrNull, String frame) {
        if (agentOrNull != null) {
            publish(new Audience.Agent(agentOrNull), frame);
        }
    }

    private void toAgentAndWatchers(UUID agentOrNull, UUID conversationId, String frame) {
        toAgent(agentOrNull, frame);
        publish(new Audience.Watching(conversationId), frame);
    }

    private void publish(Audience audience, String frame) {
        bus.publish(new Hint.Frame(audience, frame, false));
    }

    private void toAskerToo(UUID agentId, String frame) {
        bus.publish(new Hint.Frame(new Audience.Agent(agentId), frame, true));
    }
}
