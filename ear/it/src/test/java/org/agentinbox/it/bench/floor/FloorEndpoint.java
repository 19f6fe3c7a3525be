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
 * The least that a durable delivery costs on this server: it receives a frame, runs one plain insert, and forwards the frame. It has no
 * conversations, numbers, checks or acknowledgements. The cost of the product's own path is reported relative to it.
 */
@ServerEndpoint("/ws/{role}/{receiver}")
public class FloorEndpoint {

    private static final Map<String, Session> RECEIVERS = new ConcurrentHashMap<>();

    @Resource(lookup = "java:jboss/datasources/AgentInboxDS")
    private DataSource dataSource;

    /** Connects a sender or a receiver. */
    @OnOpen
    public void open(Session session, @PathParam("role") String role, @PathParam("receiver") String receiver) {
        if ("receive".equals(role)) {
            RECEIVERS.put(receiver, session);
        }
    }

    /** Stores and forwards a frame. */
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
