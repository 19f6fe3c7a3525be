package org.agentinbox.web.conversation;

import java.time.Clock;

import org.agentinbox.account.SignedIn;
import org.agentinbox.routing.AgentStatuses;
import org.wildfly.security.auth.server.SecurityIdentity;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** The administrators' socket. {@link org.agentinbox.web.platform.SocketGate} has let only sales admins on our own pages through. */
@ServerEndpoint(value = "/ws/admin", configurator = AgentHandshake.class)
public class AdminEndpoint extends SocketEndpoint {

    @EJB
    private AgentStatuses statuses;
    @Inject
    private AdminSockets sockets;
    @Inject
    private Clock clock;

    /** A page opens. */
    @OnOpen
    public void open(Session session, EndpointConfig config) {
        SecurityIdentity identity = (SecurityIdentity) config.getUserProperties().get(AgentHandshake.IDENTITY);
        SignedIn signedIn = (SignedIn) config.getUserProperties().get(AgentHandshake.SIGNED_IN);
        opened(session, new AdminSocket(session, statuses, sockets, clock, identity, signedIn));
    }
}
