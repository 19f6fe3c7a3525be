package org.agentinbox.web.conversation;

import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.account.SignedIn;
import org.agentinbox.web.platform.JsonMessage;
import org.wildfly.security.auth.server.SecurityIdentity;

import jakarta.websocket.Session;

/** One window of an agent's inbox. */
class AgentSocket extends SignedInSocket {

    private static final int MOST_OPEN = 50;

    private final AgentArrival arrival;
    private final AgentFrames frames;
    private final Map<UUID, Boolean> openConversations = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > MOST_OPEN;
        }
    });
    private volatile UUID connectionId;

    AgentSocket(Session session, AgentArrival arrival, AgentFrames frames, SignInSockets signIns, Clock clock, SecurityIdentity identity,
        SignedIn signedIn) {
        super(session, signIns, clock, identity, signedIn);
        this.arrival = arrival;
        this.frames = frames;
    }

    UUID agentId() {
        return accountId();
    }

    /** What presence knows this window by; null before hello. */
    UUID connectionId() {
        return connectionId;
    }

    void reachableAs(UUID connection) {
        connectionId = connection;
    }

    @Override
    void handle(JsonMessage frame) {
        if ("hello".equals(frame.type())) {
            // What is pushed while the welcome is put together may be newer than it, so it must not come before.
            ifStillSignedIn(() -> sender().answeringFirst(() -> identity().runAs(() -> arrival.hello(this))));
        } else if (connectionId == null) {
            throw new HelloRequiredException();
        } else {
            frames.of(frame.type()).ifPresentOrElse(task -> identity().runAs(() -> task.accept(this, frame)), () -> unknown(frame));
        }
    }

    /** The window shows a conversation from now on, until it has shown many others. */
    void opens(UUID conversationId) {
        openConversations.put(conversationId, true);
    }

    /** Whether this window has, or may well have, a conversation open: it has asked for it of late. */
    boolean hasOpen(UUID conversationId) {
        return openConversations.containsKey(conversationId);
    }

    @Override
    void leave() {
        arrival.leave(this);
    }
}
