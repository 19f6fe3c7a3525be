package org.agentinbox.web.conversation;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;

/**
 * What all endpoints do alike: the server makes one for each connection, and it hands on what comes. Public only because the
 * container calls it.
 */
public abstract class SocketEndpoint {

    /** Null where the connection was refused as it opened, and is being closed. */
    private ClientSocket socket;

    /** To be called as the connection opens. */
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

    /** Binary frames are none of ours. */
    @OnMessage
    public void binary(byte[] part, boolean last) {
        if (socket != null) {
            socket.receiveBinary(last);
        }
    }

    /** The browser is still there. */
    @OnMessage
    public void pong(PongMessage pong) {
        if (socket != null) {
            socket.pong();
        }
    }

    /** The page is gone, or the connection. */
    @OnClose
    public void close(Session session) {
        Heartbeat.unregister(session);
        if (socket != null) {
            socket.closed();
        }
    }

    /** A connection broke: {@link #close} follows. */
    @OnError
    public void error(Throwable problem) {
        SocketErrors.log(problem);
    }
}
