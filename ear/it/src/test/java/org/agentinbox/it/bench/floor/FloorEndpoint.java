package org.agentinbox.it.bench.floor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;

/**
 * The least that a durable delivery can cost on this server: takes a frame, does one plain insert, forwards the frame. No
 * conversation, no number, no check, no acknowledgement. What our own path costs is told as a ratio to this.
 */
@ServerEndpoint("/ws/{role}/{receiver}")
public class FloorEndpoint {

    private static final Map<String, Session> RECEIVERS = new ConcurrentHashMap<>();

    @Resource(lookup = "java:jboss/datasources/AgentInboxDS")
    private DataSource dataSource;

    /** A sender or a receiver connects. */
    @OnOpen
    public void open(Session session, @PathParam("role") String role, @PathParam("receiver") String receiver) {
        if ("receive".equals(role)) {
            RECEIVERS.put(receiver, session);
        }
    }

    /** A frame to store and forward. */
    @OnMessage
    public void message(String text, @PathParam("receiver") String receiver) throws SQLException {
        try (Connection connection = dataSource.getConnection();
            PreparedStatement insert = connection.prepareStatement("INSERT INTO bench_floor (id, text) VALUES (?, ?)")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, text);
            insert.executeUpdate();
        }
        RECEIVERS.get(receiver).getAsyncRemote().sendText(text);
    }
}
