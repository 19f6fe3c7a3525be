package org.agentinbox.it.bench;

import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** The product's own append statement, read from its class: a copy here would measure yesterday's. */
final class MessageStatement {

    static final String APPEND = read();

    private MessageStatement() {
    }

    private static String read() {
        try {
            Field field = Class.forName("org.agentinbox.conversation.MessageLog").getDeclaredField("APPEND");
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static void bind(Connection connection, PreparedStatement statement, UUID conversation, UUID visitor) throws SQLException {
        statement.setArray(1, connection.createArrayOf("uuid", new Object[] {conversation}));
        statement.setArray(2, connection.createArrayOf("uuid", new Object[] {UUID.randomUUID()}));
        statement.setArray(3, connection.createArrayOf("text", new Object[] {"VISITOR"}));
        statement.setArray(4, connection.createArrayOf("uuid", new Object[] {visitor}));
        statement.setArray(5, connection.createArrayOf("text", new Object[] {"How much is it for 200 seats, billed yearly?"}));
        statement.setArray(6, connection.createArrayOf("int8", new Object[] {1_700_000_000_000_000L}));
    }
}
