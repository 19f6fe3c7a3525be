package org.agentinbox.web.conversation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.account.SignedIn;
import org.agentinbox.web.platform.Frame;
import org.wildfly.security.auth.server.SecurityIdentity;

import jakarta.websocket.Session;

/** One window of an agent's inbox. */
class AgentSocket extends SignedInSocket {

    private static final int LOOKED_AT = 50;

    private final AgentDesk desk;
    private final Map<UUID, Boolean> lookedAt = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > LOOKED_AT;
        }
    });
    private volatile UUID connectionId;

    AgentSocket(Session session, AgentDesk desk, SecurityIdentity identity, SignedIn signedIn) {
        super(session, desk.signIns(), desk.clock(), identity, signedIn);
        this.desk = desk;
    }

    UUID agentId() {
        return accountId();
    }

    UUID connectionId() {
        return connectionId;
    }

    @Override
    void handle(Frame frame) {
        if ("hello".equals(frame.type())) {
            // What is pushed while the welcome is put together may be newer than it, so it must not come before.
            ifStillSignedIn(() -> sender().answeringFirst(() -> identity().runAs(this::hello)));
        } else if (connectionId == null) {
            throw new NotYetException();
        } else {
            identity().runAs(() -> handleKnown(frame));
        }
    }

    private void handleKnown(Frame frame) {
        switch (frame.type()) {
            case "availability.set" -> desk.availability().set(frame.flag("available"));
            case "offer.accept" -> accept(frame.id("offerId"));
            case "offer.decline" -> desk.offers().decline(frame.id("offerId"));
            case "message.send" -> sender().answer(Frames.ack(
                desk.chats().send(frame.id("conversationId"), frame.id("clientId"), frame.text("text"))));
            case "note.add" -> sender().answer(NoteFrames.ack(
                desk.notes().add(frame.id("conversationId"), frame.id("clientId"), frame.text("text"))));
            case "transfer.start" -> sender().answer(TransferFrames.answer(desk.transfers().start(
                frame.id("conversationId"), frame.id("clientId"), frame.id("agentId"), frame.text("note")), frame.id("clientId")));
            case "transfer.cancel" -> sender().answer(TransferFrames.transfer(desk.transfers().cancel(frame.id("offerId"))));
            case "sync" -> sync(frame.id("conversationId"), frame.count("afterSeq"), frame.countIfAny("afterNote"));
            case "calendar.share" -> sender().answer(Frames.ack(
                desk.calendars().share(frame.id("conversationId"), frame.id("agentId"), frame.id("clientId"))));
            case "typing" -> desk.chats().typing(frame.id("conversationId"), frame.flag("on"));
            case "read" -> desk.chats().read(frame.id("conversationId"), frame.count("seq"));
            case "chat.end" -> sender().answer(Frames.ended(desk.chats().end(frame.id("conversationId"))));
            default -> unknown(frame);
        }
    }

    private void sync(UUID conversationId, int afterSeq, int afterNote) {
        // Listening first and looking then, as with all that is pushed.
        lookedAt.put(conversationId, true);
        sender().answer(Frames.agentMessages(desk.chats().sync(conversationId, afterSeq), desk.notes().sync(conversationId, afterNote), agentId()));
    }

    /** Whether this window has, or may well have, a conversation open: it has asked for it of late. */
    boolean looksAt(UUID conversationId) {
        return lookedAt.containsKey(conversationId);
    }

    private void hello() {
        if (connectionId == null) {
            open();
        }
        sender().answer(Frames.agentWelcome(desk.accounts().me(), desk.directory().person(agentId()), desk.availability().mine(),
            desk.offers().pending(), desk.transfers().pending(), desk.chats().active(), desk.missed().unseen(), desk.clock().instant()));
        desk.chats().idle().forEach(idle -> sender().answer(Frames.idle(idle)));
    }

    private void open() {
        UUID opened = desk.presence().opened();
        boolean done = whileOpen(() -> {
            connectionId = opened;
            // Listening first and looking then: what happens in between is pushed, and what was before is seen.
            desk.sockets().add(agentId(), this);
        });
        if (!done) {
            desk.presence().gone(opened);
        }
    }

    private void accept(UUID offerId) {
        sender().answer(Frames.conversationFrame(desk.offers().accept(offerId)));
    }

    @Override
    void leave() {
        desk.sockets().remove(agentId(), this);
        Optional.ofNullable(connectionId).ifPresent(desk.presence()::gone);
    }
}
