package org.agentinbox.web.conversation;

import java.time.Clock;

import jakarta.inject.Inject;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/**
 * The agents' socket. {@link org.agentinbox.web.platform.SocketHandshakeFilter} admits only signed-in agents on the product's own pages.
 */
@ServerEndpoint(value = "/ws/agent", configurator = AgentHandshake.class)
public class AgentEndpoint extends SignedInEndpoint {

    @Inject
    private AgentArrival arrival;
    @Inject
    private AgentFrames frames;
    @Inject
    private SignInSockets signIns;
    @Inject
    private Clock clock;

    /** An inbox opens. */
    @OnOpen
    public void open(Session session, EndpointConfig config) {
        opened(session, config, (opened, identity, signedIn) -> new AgentSocket(opened, arrival, frames, signIns, clock,
            identity, signedIn));
    }
}
