package org.agentinbox.it.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.agentinbox.it.support.Installation;
import org.junit.jupiter.api.Test;

/** Tests that nothing can be written about a conversation or visitor that does not exist or is being deleted (ADR 16 and 17). */
class ReferencesIT {

    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DECISION = "INSERT INTO routing_decision (id, conversation_id, decided_at, candidates) VALUES "
        + "(gen_random_uuid(), ?, now(), '[]')";

    private static final String ACTIVITY = "INSERT INTO activity (id, visitor_id, type, at) VALUES (gen_random_uuid(), ?, "
        + "'CONVERSATION_TRIGGERED', now())";

    private final Installation installation = Installation.shared();

    private static void run(Connection connection, String sql, UUID about) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, about);
            statement.execute();
        }
    }

    private UUID someConversation() {
        return UUID.fromString(installation.query("SELECT id FROM conversation WHERE state = 'ENDED' ORDER BY id LIMIT 1").get(0));
    }

    @Test
    void eachTableAboutConversationsAsksForTheConversation() {
        assertEquals(List.of(), installation
            .query("SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'conversation_id' "
                + "WHERE c.relkind = 'r' AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace AND c.relname NOT IN "
                + "('activity', 'calendar_share', 'meeting', 'booking_failure') "
                + "AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'require_conversation') "
                + "AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid = "
                + "'conversation'::regclass)"));
    }

    @Test
    void eachTableAboutVisitorsAsksForTheVisitor() {
        assertEquals(List.of(),
            installation.query("SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'visitor_id' "
                + "WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'conversation_search' "
                + "AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'require_visitor')"));
    }

    @Test
    void nothingIsWrittenAboutAVisitorWhoIsNotThere() throws SQLException {
        try (Connection connection = installation.connect()) {
            assertEquals(FOREIGN_KEY_VIOLATION,
                assertThrows(SQLException.class, () -> run(connection, ACTIVITY, UUID.randomUUID())).getSQLState());
        }
    }

    @Test
    void nothingIsWrittenAboutAConversationThatIsNotThere() throws SQLException {
        try (Connection connection = installation.connect()) {
            assertEquals(FOREIGN_KEY_VIOLATION,
                assertThrows(SQLException.class, () -> run(connection, DECISION, UUID.randomUUID())).getSQLState());
        }
    }

    @Test
    void whoeverWritesHoldsTheConversationUntilTheyAreDone() throws SQLException {
        UUID conversation = someConversation();
        try (Connection writer = installation.connect(); Connection purge = installation.connect()) {
            writer.setAutoCommit(false);
            run(writer, DECISION, conversation);
            String lock = "SELECT id FROM conversation WHERE id = ? FOR UPDATE NOWAIT";
            assertEquals(LOCK_NOT_AVAILABLE, assertThrows(SQLException.class, () -> run(purge, lock, conversation)).getSQLState());
            writer.rollback();
            run(purge, lock, conversation);
        }
    }
}
