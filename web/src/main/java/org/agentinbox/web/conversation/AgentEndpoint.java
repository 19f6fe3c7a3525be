package org.agentinbox.web.conversation;

import org.agentinbox.account.SignedIn;
import org.wildfly.security.auth.server.SecurityIdentity;

import jakarta.inject.Inject;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** The agents' socket. {@link org.agentinbox.web.platform.SocketGate} has let only signed-in agents of our own pages through. */
@ServerEndpoint(value = "/ws/agent", configurator = AgentHandshake.class)
public class AgentEndpoint extends SocketEndpoint {

    @Inject
    private AgentDesk desk;

    /** An inbox opens. */
    @OnOpen
    public void open(Session session, EndpointConfig config) {
        SecurityIdentity identity = (SecurityIdentity) config.getUserProperties().get(AgentHandshake.IDENTITY);
        SignedIn signedIn = (SignedIn) config.getUserProperties().get(AgentHandshake.SIGNED_IN);
        opened(session, new AgentSocket(session, desk, identity, signedIn));
    }
}
