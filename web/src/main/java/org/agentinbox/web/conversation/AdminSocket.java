package org.agentinbox.web.conversation;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.account.SignedIn;
import org.agentinbox.routing.AgentStatus;
import org.agentinbox.routing.AgentStatuses;
import org.agentinbox.web.platform.JsonMessage;
import org.wildfly.security.auth.server.SecurityIdentity;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;

/**
 * A page of the administration that shows the state of agents. It does not make its user reachable, because chats are offered in an inbox.
 */
class AdminSocket extends SignedInSocket {

    private final AgentStatuses statuses;
    private final AdminSockets sockets;
    private final Clock clock;
    private final Map<UUID, AgentStatus> told = new HashMap<>();

    AdminSocket(Session session, AgentStatuses statuses, AdminSockets sockets, SignInSockets signIns, Clock clock,
        SecurityIdentity identity,
        SignedIn signedIn) {
        super(session, signIns, clock, identity, signedIn);
        this.statuses = statuses;
        this.sockets = sockets;
        this.clock = clock;
    }

    @Override
    void handle(JsonMessage frame) {
        if ("hello".equals(frame.type())) {
            ifStillSignedIn(this::hello);
        } else {
            unknown(frame);
        }
    }

    private void hello() {
        sender().answer(JsonMessage.of("welcome").with("now", clock.instant()).toString());
        forget();
        tell(look());
        whileOpen(() -> sockets.add(accountId(), this));
    }

    /** @return the state of the agents, read with this person's permissions */
    List<AgentStatus> look() {
        return identity().runAsSupplier(statuses::all);
    }

    private synchronized void forget() {
        told.clear();
    }

    /** Sends what has changed for this page; nothing where nothing has. */
    synchronized void tell(List<AgentStatus> all) {
        Map<UUID, AgentStatus> now = all.stream().collect(Collectors.toMap(status -> status.availability().agentId(), status -> status));
        List<AgentStatus> changed = all.stream().filter(status -> !status.equals(told.get(status.availability().agentId()))).toList();
        Set<UUID> gone = new HashSet<>(told.keySet());
        gone.removeAll(now.keySet());
        told.keySet().retainAll(now.keySet());
        told.putAll(now);
        if (!changed.isEmpty() || !gone.isEmpty()) {
            sender().send(SocketFrames.agents(changed, gone));
        }
    }

    @Override
    void leave(CloseReason.CloseCode code) {
        sockets.remove(accountId(), this);
    }
}
