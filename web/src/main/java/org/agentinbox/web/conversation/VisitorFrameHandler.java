package org.agentinbox.web.conversation;

import java.util.concurrent.CompletableFuture;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.conversation.MessagePage;
import org.agentinbox.notification.missed.LeftMessages;
import org.agentinbox.routing.QueueStatus;
import org.agentinbox.conversation.ChatWish;
import org.agentinbox.conversation.ConversationState;
import org.agentinbox.conversation.Receipt;
import org.agentinbox.conversation.VisitorChatView;
import org.agentinbox.conversation.VisitorChats;
import org.agentinbox.visitor.VisitorClaims;
import org.agentinbox.visitor.VisitorService;
import org.agentinbox.web.platform.JsonMessage;
import org.agentinbox.web.platform.VisitorLimits;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Answers the frames that a visitor's page sends after hello. */
@ApplicationScoped
class VisitorFrameHandler {

    @EJB
    private VisitorService visitors;
    @EJB
    private VisitorChats chats;
    @EJB
    private QueueStatus queue;
    @EJB
    private LeftMessages leftMessages;
    @Inject
    private FallbackText fallbacks;
    @Inject
    private VisitorLimits limits;

    /**
     * Stores a message without blocking a thread while it waits, because there are many visitors.
     *
     * @return the receipt, once the message is stored; the client gets it too
     */
    CompletableFuture<Receipt> send(VisitorSocket socket, JsonMessage frame) {
        CompletableFuture<Receipt> receipt = chats.send(socket.visitorId(), frame.optionalId("conversationId").orElse(null),
            frame.id("clientId"), frame.text("text"), socket::answering);
        socket.answerSoon(frame, receipt.thenApply(SocketFrames::ack));
        return receipt;
    }

    /** Handles any other frame. */
    void handle(VisitorSocket socket, JsonMessage frame) {
        UUID visitorId = socket.visitorId();
        switch (frame.type()) {
            case "identify" -> identify(socket, frame);
            case "chat.request" -> socket.sender().answeringFirst(() -> request(socket, frame.id("clientId"), wish(frame)));
            case "sync" -> sync(socket, chats.sync(visitorId, frame.id("conversationId"), frame.count("afterSeq")));
            case "message.leave" -> leave(socket, frame);
            case "typing" -> chats.typing(visitorId, frame.flag("on"));
            case "read" -> chats.read(visitorId, frame.count("seq"));
            case "chat.end" -> socket.sender()
                .answer(SocketFrames.ended(chats.end(visitorId, frame.optionalId("conversationId").orElse(null)), frame));
            default -> socket.unknown(frame);
        }
    }

    private void identify(VisitorSocket socket, JsonMessage frame) {
        String signed = frame.text("signed");
        VisitorClaims claims = new VisitorClaims(frame.text("name"), frame.text("jobTitle"), frame.text("email"), frame.text("phone"),
            frame.text("company"));
        socket.sender().answer(SocketFrames.identified(signed == null ? visitors.identify(socket.visitorId(), claims)
            : visitors.identifySigned(socket.visitorId(), signed, claims)));
    }

    private void sync(VisitorSocket socket, MessagePage<VisitorChatView> page) {
        VisitorChatView chat = page.chat();
        socket.sender().answer(SocketFrames.visitorMessages(page,
            chat.state() == ConversationState.MISSED ? fallbacks.of(chat.id(), socket.locale()) : null));
    }

    private void leave(VisitorSocket socket, JsonMessage frame) {
        UUID conversationId = frame.id("conversationId");
        UUID clientId = frame.id("clientId");
        leftMessages.leave(socket.visitorId(), conversationId, clientId, frame.text("email"), frame.text("text"));
        socket.sender().answer(JsonMessage.of("message.left").with("conversationId", conversationId).with("clientId", clientId).toString());
    }

    private static ChatWish wish(JsonMessage frame) {
        Map<Integer, String> answers = new HashMap<>();
        for (JsonMessage answer : frame.objects("answers")) {
            answers.put(answer.count("field"), answer.text("text"));
        }
        return new ChatWish(frame.text("entry"), answers, frame.flagIfAny("consent"));
    }

    private void request(VisitorSocket socket, UUID clientId, ChatWish wish) {
        limits.chatRequest(socket.network(), socket.visitorId());
        VisitorChatView chat = chats.request(socket.visitorId(), clientId, wish);
        socket.sender().answer(SocketFrames.requested(chat, clientId));
        if (chat.state() == ConversationState.ACTIVE) {
            socket.sender().answer(SocketFrames.connected(chat.id(), chat.agent()));
        } else if (chat.state() == ConversationState.WAITING) {
            queue.of(socket.visitorId()).ifPresent(place -> socket.sender().answer(SocketFrames.queued(place)));
        } else if (chat.state() == ConversationState.MISSED) {
            socket.sender().answer(SocketFrames.fallback(chat.id(), fallbacks.of(chat.id(), socket.locale())));
        }
    }
}
