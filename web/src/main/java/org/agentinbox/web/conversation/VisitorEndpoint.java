package org.agentinbox.web.conversation;

import java.time.Clock;

import jakarta.inject.Inject;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** The visitors' socket. {@link org.agentinbox.web.platform.SocketHandshakeFilter} checks the origin. */
@ServerEndpoint(value = "/ws/visitor", configurator = VisitorHandshake.class)
public class VisitorEndpoint extends SocketEndpoint {

    @Inject
    private VisitorArrival arrival;
    @Inject
    private VisitorFrameHandler handler;
    @Inject
    private Clock clock;

    /** A page with the widget connects. */
    @OnOpen
    public void open(Session session) {
        opened(session, new VisitorSocket(session, VisitorHandshake.network(session), arrival, handler, clock));
    }
}
