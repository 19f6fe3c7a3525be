package org.agentinbox.web.conversation;

import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;

/**
 * What all endpoints share: the container makes one for each connection, and it passes on what arrives. Public only because the container
 * calls it.
 */
public abstract class SocketEndpoint {

    /** Null where the connection was refused when it opened and is being closed. */
    private ClientSocket socket;

    /** Call it when the connection opens. */
    void opened(Session session, ClientSocket opened) {
        socket = opened;
        Heartbeat.register(session, opened);
    }

    /** A part of a frame of at most 64 KiB; a larger one closes the socket with 1009. */
    @OnMessage
    public void message(String part, boolean last) {
        if (socket != null) {
            socket.receive(part, last);
        }
    }

    /** The product uses no binary frames. */
    @OnMessage
    public void binary(byte[] part, boolean last) {
        if (socket != null) {
            socket.receiveBinary(last);
        }
    }

    /** The client answered a ping. */
    @OnMessage
    public void pong(PongMessage pong) {
        if (socket != null) {
            socket.pong();
        }
    }

    /** The connection is closed. */
    @OnClose
    public void close(Session session, CloseReason reason) {
        Heartbeat.unregister(session);
        if (socket != null) {
            socket.closed(reason.getCloseCode());
        }
    }

    /** The connection failed; {@link #close} is called next. */
    @OnError
    public void error(Throwable problem) {
        SocketErrors.log(problem);
    }
}
