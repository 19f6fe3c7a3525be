package org.agentinbox.it.bench;

import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The product's own append statement, read from its class: a copy here would measure yesterday's. */
final class MessageStatement {

    static final String APPEND = read();

    private MessageStatement() {
    }

    private static String read() {
        try {
            Field field = Class.forName("org.agentinbox.conversation.MessageRows").getDeclaredField("APPEND");
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static void bind(Connection connection, PreparedStatement statement, UUID conversation, UUID visitor) throws SQLException {
        statement.setObject(1, conversation);
        statement.setString(2, "VISITOR");
        statement.setObject(3, visitor);
        statement.setObject(4, visitor);
        statement.setObject(5, conversation);
        statement.setObject(6, UUID.randomUUID());
        statement.setString(7, "VISITOR");
        statement.setObject(8, visitor);
        statement.setString(9, "How much is it for 200 seats, billed yearly?");
        statement.setObject(10, OffsetDateTime.now());
    }
}
