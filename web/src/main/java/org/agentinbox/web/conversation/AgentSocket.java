package org.agentinbox.web.conversation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.account.SignedIn;
import org.agentinbox.web.platform.JsonMessage;
import org.wildfly.security.auth.server.SecurityIdentity;

import jakarta.websocket.Session;

/** One window of an agent's inbox. */
class AgentSocket extends SignedInSocket {

    private static final int MOST_OPEN = 50;

    private final AgentSocketServices services;
    private final Map<UUID, Boolean> openConversations = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > MOST_OPEN;
        }
    });
    private volatile UUID connectionId;

    AgentSocket(Session session, AgentSocketServices services, SecurityIdentity identity, SignedIn signedIn) {
        super(session, services.signIns(), services.clock(), identity, signedIn);
        this.services = services;
    }

    UUID agentId() {
        return accountId();
    }

    UUID connectionId() {
        return connectionId;
    }

    @Override
    void handle(JsonMessage frame) {
        if ("hello".equals(frame.type())) {
            // What is pushed while the welcome is put together may be newer than it, so it must not come before.
            ifStillSignedIn(() -> sender().answeringFirst(() -> identity().runAs(this::hello)));
        } else if (connectionId == null) {
            throw new HelloRequiredException();
        } else {
            identity().runAs(() -> handleKnown(frame));
        }
    }

    private void handleKnown(JsonMessage frame) {
        switch (frame.type()) {
            case "availability.set" -> services.availability().set(frame.flag("available"));
            case "offer.accept" -> accept(frame.id("offerId"));
            case "offer.decline" -> services.offers().decline(frame.id("offerId"));
            case "message.send" -> sender().answer(SocketFrames.ack(
                services.chats().send(frame.id("conversationId"), frame.id("clientId"), frame.text("text"))));
            case "note.add" -> sender().answer(NoteFrames.ack(
                services.notes().add(frame.id("conversationId"), frame.id("clientId"), frame.text("text"))));
            case "transfer.start" -> sender().answer(TransferFrames.answer(services.transfers().start(
                frame.id("conversationId"), frame.id("clientId"), frame.id("agentId"), frame.text("note")), frame.id("clientId")));
            case "transfer.cancel" -> sender().answer(TransferFrames.transfer(services.transfers().cancel(frame.id("offerId"))));
            case "sync" -> sync(frame.id("conversationId"), frame.count("afterSeq"), frame.countIfAny("afterNote"));
            case "calendar.share" -> sender().answer(SocketFrames.ack(
                services.calendars().share(frame.id("conversationId"), frame.id("agentId"), frame.id("clientId"))));
            case "typing" -> services.chats().typing(frame.id("conversationId"), frame.flag("on"));
            case "read" -> services.chats().read(frame.id("conversationId"), frame.count("seq"));
            case "chat.end" -> sender().answer(SocketFrames.ended(services.chats().end(frame.id("conversationId"))));
            default -> unknown(frame);
        }
    }

    private void sync(UUID conversationId, int afterSeq, int afterNote) {
        // Listening first and looking then, as with all that is pushed.
        openConversations.put(conversationId, true);
        sender().answer(SocketFrames.agentMessages(services.chats().sync(conversationId, afterSeq), services.notes().sync(conversationId, afterNote), agentId()));
    }

    /** Whether this window has, or may well have, a conversation open: it has asked for it of late. */
    boolean hasOpen(UUID conversationId) {
        return openConversations.containsKey(conversationId);
    }

    private void hello() {
        if (connectionId == null) {
            open();
        }
        sender().answer(SocketFrames.agentWelcome(services.accounts().me(), services.directory().person(agentId()),
            services.availability().mine(),
            services.offers().pending(), services.transfers().pending(), services.chats().active(), services.missed().unseen(),
            services.clock().instant()));
        services.chats().idle().forEach(idle -> sender().answer(SocketFrames.idle(idle)));
    }

    private void open() {
        UUID opened = services.presence().opened();
        boolean done = whileOpen(() -> {
            connectionId = opened;
            // Listening first and looking then: what happens in between is pushed, and what was before is seen.
            services.sockets().add(agentId(), this);
        });
        if (!done) {
            services.presence().gone(opened);
        }
    }

    private void accept(UUID offerId) {
        sender().answer(SocketFrames.conversationFrame(services.offers().accept(offerId)));
    }

    @Override
    void leave() {
        services.sockets().remove(agentId(), this);
        Optional.ofNullable(connectionId).ifPresent(services.presence()::gone);
    }
}
