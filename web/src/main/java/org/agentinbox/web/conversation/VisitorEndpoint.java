package org.agentinbox.web.conversation;

import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** The visitors' socket. {@link org.agentinbox.web.platform.SocketGate} has seen to the origin. */
@ServerEndpoint("/ws/visitor")
public class VisitorEndpoint {

    @Inject
    private VisitorDesk desk;
    private VisitorSocket socket;

    /** A page with the widget connects. */
    @OnOpen
    public void open(Session session) {
        socket = new VisitorSocket(session, desk, desk.clock());
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
