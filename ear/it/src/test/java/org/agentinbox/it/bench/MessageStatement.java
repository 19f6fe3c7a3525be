package org.agentinbox.it.bench;

import java.lang.reflect.Field;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The product's own statement for a message in an active chat. It is read from its class, because a copy here would become outdated. */
final class MessageStatement {

    static final String APPEND_NEXT = read();

    private MessageStatement() {}

    private static String read() {
        try {
            Field field = Class.forName("org.agentinbox.conversation.append.MessageRepository").getDeclaredField("APPEND_NEXT");
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param seq the message's number, the one after the conversation's last */
    static void bind(PreparedStatement statement, UUID conversation, UUID visitor, UUID agent, int seq) throws SQLException {
        statement.setInt(1, seq);
        statement.setObject(2, UUID.randomUUID());
        statement.setString(3, "VISITOR");
        statement.setObject(4, visitor);
        statement.setString(5, "How much is it for 200 seats, billed yearly?");
        statement.setLong(6, ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
        statement.setObject(7, conversation);
        statement.setObject(8, visitor);
        statement.setObject(9, agent);
        statement.setString(10, "VISITOR");
        statement.setObject(11, visitor);
    }
}
