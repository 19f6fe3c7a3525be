package org.agentinbox.web.conversation;

import java.time.Clock;

import org.agentinbox.account.SignedIn;
import org.agentinbox.routing.AgentStatuses;
import org.wildfly.security.auth.server.SecurityIdentity;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** The administrators' socket. {@link org.agentinbox.web.platform.SocketGate} has let only sales admins on our own pages through. */
@ServerEndpoint(value = "/ws/admin", configurator = AgentHandshake.class)
public class AdminEndpoint {

    @EJB
    private AgentStatuses statuses;
    @Inject
    private AdminSockets sockets;
    @Inject
    private Clock clock;
    private AdminSocket socket;

    /** A page opens. */
    @OnOpen
    public void open(Session session, EndpointConfig config) {
        SecurityIdentity identity = (SecurityIdentity) config.getUserProperties().get(AgentHandshake.IDENTITY);
        SignedIn signedIn = (SignedIn) config.getUserProperties().get(AgentHandshake.SIGNED_IN);
        socket = new AdminSocket(session, statuses, sockets, clock, identity, signedIn);
        Heartbeat.register(session, socket);
    }

    /** A part of a frame of at most 64 KiB; a larger one closes the socket with 1009. */
    @OnMessage
    public void message(String part, boolean last) {
        socket.receive(part, last);
    }

    /** Binary frames are none of ours. */
    @OnMessage
    public void binary(byte[] part, boolean last) {
        socket.receiveBinary(last);
    }

    /** The browser is still there. */
    @OnMessage
    public void pong(PongMessage pong) {
        socket.heard();
    }

    /** The page is gone, or the connection. */
    @OnClose
    public void close(Session session) {
        Heartbeat.unregister(session);
        socket.closed();
    }

    /** A connection broke: {@link #close} follows. */
    @OnError
    public void error(Throwable problem) {
        SocketErrors.log(problem);
    }
}
