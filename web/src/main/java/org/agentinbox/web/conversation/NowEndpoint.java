package org.agentinbox.web.conversation;

import java.time.Clock;

import org.agentinbox.now.NowService;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/**
 * The socket of the page that shows what goes on. {@link org.agentinbox.web.platform.SocketHandshakeFilter} admits live agents, sales
 * admins among them; the service refuses those who lead no team.
 */
@ServerEndpoint(value = "/ws/now", configurator = AgentHandshake.class)
public class NowEndpoint extends SignedInEndpoint {

    @EJB
    private NowService now;
    @Inject
    private NowSockets sockets;
    @Inject
    private SignInSockets signIns;
    @Inject
    private Clock clock;

    /** A page opens. */
    @OnOpen
    public void open(Session session, EndpointConfig config) {
        opened(session, config, (opened, identity, signedIn) -> new NowSocket(opened, now, sockets, signIns, clock, identity, signedIn));
    }
}
