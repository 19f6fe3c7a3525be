package org.agentinbox.web.conversation;

import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.agentinbox.account.SignedIn;
import org.agentinbox.web.platform.JsonMessage;
import org.wildfly.security.auth.server.SecurityIdentity;

import jakarta.websocket.CloseReason;
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
    private final Set<UUID> watched = ConcurrentHashMap.newKeySet();
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

    /** The id of this window in {@link org.agentinbox.availability.Presence}; null before hello. */
    UUID connectionId() {
        return connectionId;
    }

    void reachableAs(UUID connection) {
        connectionId = connection;
    }

    @Override
    void handle(JsonMessage frame) {
        if ("hello".equals(frame.type())) {
            // Events that are sent while the welcome is made may be newer than it, so they must not come before it.
            ifStillSignedIn(() -> sender().answeringFirst(() -> identity().runAs(() -> arrival.hello(this))));
        } else if (connectionId == null) {
            throw new HelloRequiredException();
        } else {
            frames.of(frame.type()).ifPresentOrElse(task -> identity().runAs(() -> task.accept(this, frame)), () -> unknown(frame));
        }
    }

    /** Remembers that the window shows a conversation, for the last {@value #MOST_OPEN} conversations. */
    void opens(UUID conversationId) {
        openConversations.put(conversationId, true);
    }

    /** Whether this window has, or may have, a conversation open: it has loaded it recently. */
    boolean hasOpen(UUID conversationId) {
        return openConversations.containsKey(conversationId);
    }

    /** The window watches a chat from now on, or no longer. */
    void watches(UUID conversationId, boolean on) {
        if (on) {
            watched.add(conversationId);
        } else {
            watched.remove(conversationId);
        }
    }

    /** The chats of others that this window watches, as far as it knows. */
    Set<UUID> watched() {
        return Set.copyOf(watched);
    }

    @Override
    void leave(CloseReason.CloseCode code) {
        arrival.leave(this, code == CloseReason.CloseCodes.GOING_AWAY);
    }
}
