package org.agentinbox.web.conversation;

import java.util.UUID;

import org.agentinbox.availability.Presence;
import org.agentinbox.conversation.AgentChats;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A page of an agent says hello: its agent is reachable from now on, and is told how things stand. */
@ApplicationScoped
class AgentArrival {

    @EJB
    private Presence presence;
    @EJB
    private AgentChats chats;
    @Inject
    private AgentSnapshot snapshot;
    @Inject
    private AgentSockets sockets;

    /** Answers hello, the first as well as any later one. To be called with the agent's rights. */
    void hello(AgentSocket socket) {
        if (socket.connectionId() == null) {
            open(socket);
        }
        socket.sender().answer(snapshot.welcome(socket.agentId()));
        chats.idle().forEach(idle -> socket.sender().answer(SocketFrames.idle(idle)));
    }

    private void open(AgentSocket socket) {
        UUID opened = presence.opened();
        boolean done = socket.whileOpen(() -> {
            socket.reachableAs(opened);
            // Listening first and looking then: what happens in between is pushed, and what was before is seen.
            sockets.add(socket.agentId(), socket);
        });
        if (!done) {
            presence.gone(opened);
        }
    }

    /**
     * A page is gone, or its connection.
     *
     * @param goingAway whether its browser leaves the page, perhaps for another one of ours
     */
    void leave(AgentSocket socket, boolean goingAway) {
        sockets.remove(socket.agentId(), socket);
        if (socket.connectionId() != null && goingAway) {
            presence.goingAway(socket.connectionId());
        } else if (socket.connectionId() != null) {
            presence.gone(socket.connectionId());
        }
    }
}
