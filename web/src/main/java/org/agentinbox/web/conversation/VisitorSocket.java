package org.agentinbox.web.conversation;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.agentinbox.conversation.ChatEnded;
import org.agentinbox.conversation.ConversationState;
import org.agentinbox.conversation.Receipt;
import org.agentinbox.conversation.VisitorChatView;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.visitor.VisitorClaims;
import org.agentinbox.visitor.VisitorVisit;
import org.agentinbox.visitor.Welcome;
import org.agentinbox.web.platform.Bundles;
import org.agentinbox.web.platform.JsonMessage;
import org.agentinbox.web.platform.RateLimit;
import org.agentinbox.web.platform.TooManyException;

import jakarta.websocket.Session;

/** One visitor's connection: knows who the visitor is once they said hello, and which chat they are in. */
class VisitorSocket extends ClientSocket {

    private static final int FRAMES_PER_SECOND = 20;
    private static final int FRAMES_AT_ONCE = 100;

    private final VisitorSocketServices services;
    private final String network;
    private volatile UUID visitorId;
    private volatile UUID conversationId;
    private volatile Locale locale = Locale.ENGLISH;
    /** The last message, also while it is being stored. */
    private volatile CompletableFuture<Receipt> sent = CompletableFuture.completedFuture(null);

    /** @param network where the visitor connects from, see {@link org.agentinbox.web.platform.ClientNetwork} */
    VisitorSocket(Session session, String network, VisitorSocketServices services, Clock clock) {
        super(session, new RateLimit(clock, FRAMES_PER_SECOND, FRAMES_AT_ONCE), clock);
        this.services = services;
        this.network = network;
    }

    @Override
    void handle(JsonMessage frame) {
        if ("hello".equals(frame.type())) {
            // What is pushed while the welcome is put together may be newer than it, so it must not come before.
            sender().answeringFirst(() -> hello(frame));
        } else if (visitorId == null) {
            throw new HelloRequiredException();
        } else {
            handleKnown(frame);
        }
    }

    private void handleKnown(JsonMessage frame) {
        if ("message.send".equals(frame.type())) {
            send(frame);
        } else {
            afterMessages();
            handleInTurn(frame);
        }
    }

    private void handleInTurn(JsonMessage frame) {
        switch (frame.type()) {
            case "identify" -> identify(frame);
            case "chat.request" -> sender().answeringFirst(() -> request(frame.id("clientId")));
            case "sync" -> sync(frame);
            case "typing" -> typing(frame.flag("on"));
            case "read" -> read(frame.count("seq"));
            case "chat.end" -> end(frame);
            default -> unknown(frame);
        }
    }

    private void hello(JsonMessage frame) {
        VisitorVisit visit = new VisitorVisit(frame.text("page"), frame.text("locale"), frame.text("timeZone"));
        String token = frame.text("token");
        if (token == null) {
            services.limits().newVisitor(network);
        }
        Welcome welcome = services.visitors().welcome(token, visit);
        leave();
        locale = languageOf(welcome.visitor().locale());
        visitorId = welcome.visitor().id();
        // Listening first and looking then: what happens in between is pushed, and what was before is seen.
        whileOpen(() -> services.sockets().add(visitorId, this));
        refuseOneTooMany();
        Optional<VisitorChatView> open = services.chats().open(visitorId);
        conversationId = open.map(VisitorChatView::id).orElse(null);
        sender().answer(SocketFrames.welcome(welcome, open.orElse(null), services.onlineStatus().current(), services.clock().instant()));
        services.chats().idle(visitorId).ifPresent(idle -> sender().answer(SocketFrames.idle(idle)));
    }

    /** Counted after it was added, so that of several at once none slips through. */
    private void refuseOneTooMany() {
        try {
            services.limits().socketsOfOne(services.sockets().count(visitorId));
        } catch (TooManyException e) {
            leave();
            visitorId = null;
            throw e;
        }
    }

    private void identify(JsonMessage frame) {
        String signed = frame.text("signed");
        VisitorClaims claims = new VisitorClaims(frame.text("name"), frame.text("jobTitle"), frame.text("email"), frame.text("phone"),
            frame.text("company"));
        sender().answer(SocketFrames.identified(signed == null ? services.visitors().identify(visitorId, claims)
            : services.visitors().identifySigned(visitorId, signed, claims)));
    }

    private void request(UUID clientId) {
        services.limits().chatRequest(network, visitorId);
        VisitorChatView chat = services.chats().request(visitorId, clientId);
        conversationId = chat.id();
        sender().answer(SocketFrames.requested(chat, clientId));
        if (chat.state() == ConversationState.ACTIVE) {
            sender().answer(SocketFrames.connected(chat.id(), chat.agent()));
        } else if (chat.state() == ConversationState.MISSED) {
            sender().answer(SocketFrames.fallback(chat.id(), fallbackText()));
        }
    }

    /** Holds no thread while it waits for its turn: visitors are many. */
    private void send(JsonMessage frame) {
        UUID to = frame.optionalId("conversationId").orElse(conversationId);
        CompletableFuture<Receipt> receipt = services.chats().send(visitorId, to, frame.id("clientId"), frame.text("text"),
            this::answering);
        sent = receipt;
        answerSoon(frame, receipt.thenApply(SocketFrames::ack));
    }

    /** Whatever else comes after a message finds it stored, and a chat does not end before what was written in it. */
    private void afterMessages() {
        sent.handle((receipt, problem) -> receipt).join();
    }

    private void sync(JsonMessage frame) {
        sender().answer(SocketFrames.visitorMessages(services.chats().sync(visitorId, frame.id("conversationId"), frame.count("afterSeq")), fallbackText()));
    }

    private void typing(boolean on) {
        if (conversationId != null) {
            services.chats().typing(visitorId, conversationId, on);
        }
    }

    private void read(int seq) {
        if (conversationId != null) {
            services.chats().read(visitorId, conversationId, seq);
        }
    }

    private void end(JsonMessage frame) {
        UUID id = frame.optionalId("conversationId").orElse(conversationId);
        if (id == null) {
            throw new RefusedException(Refusal.NO_CONVERSATION, "There is no chat to end.");
        }
        ChatEnded end = services.chats().end(visitorId, id);
        sender().answer(SocketFrames.ended(end));
    }

    /** Which chat the visitor is in now, as seen from another of their sockets. */
    void enter(UUID conversation) {
        conversationId = conversation;
    }

    UUID conversationId() {
        return conversationId;
    }

    String fallbackText() {
        return Bundles.bundle("server", locale).getString("chat.fallback");
    }

    @Override
    void leave() {
        if (visitorId != null) {
            services.sockets().remove(visitorId, this);
        }
    }

    private static Locale languageOf(String tag) {
        return tag == null ? Locale.ENGLISH : Locale.forLanguageTag(Locale.forLanguageTag(tag).getLanguage());
    }
}
