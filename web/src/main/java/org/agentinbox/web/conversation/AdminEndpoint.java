package org.agentinbox.web.conversation;

import java.time.Clock;

import org.agentinbox.routing.AgentStatuses;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/**
 * The administrators' socket. {@link org.agentinbox.web.platform.SocketHandshakeFilter} admits only sales admins on the product's own
 * pages.
 */
@ServerEndpoint(value = "/ws/admin", configurator = AgentHandshake.class)
public class AdminEndpoint extends SignedInEndpoint {

    @EJB
    private AgentStatuses statuses;
    @Inject
    private AdminSockets sockets;
    @Inject
    private SignInSockets signIns;
    @Inject
    private Clock clock;

    /** A page opens. */
    @OnOpen
    public void open(Session session, EndpointConfig config) {
        opened(session, config, (opened, identity, signedIn) -> new AdminSocket(opened, statuses, sockets, signIns, clock, identity,
            signedIn));
    }
}
