package org.agentinbox.conversation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import org.agentinbox.platform.RefusedException;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Appends messages: the one path on which speed counts, hence one statement and no entity. Called outside a transaction it
 * commits by itself, one round trip to the database and back; when it returns, the message is on disk.
 *
 * <p>The statement locks the conversation's row, so numbers have no gap and are given in the order of commits; where the
 * client id is known already it changes nothing and tells what was stored then.
 */
@ApplicationScoped
class MessageLog {

    private static final String UNIQUE_VIOLATION = "23505";

    private static final String APPEND = """
        WITH prior AS (
            SELECT seq, at FROM message WHERE conversation_id = ? AND client_id = ? AND author_kind = ? AND author_id = ?
        ), counted AS (
            UPDATE conversation SET last_seq = last_seq + 1, last_activity_at = ?
            WHERE id = ? AND %s AND NOT EXISTS (SELECT FROM prior)
            RETURNING id, last_seq, visitor_id, agent_id
        ), stored AS (
            INSERT INTO message (conversation_id, seq, client_id, kind, author_kind, author_id, text, at)
            SELECT id, last_seq, ?, 'TEXT', ?, ?, ?, ? FROM counted
        )
        SELECT last_seq, NULL::timestamptz, visitor_id, agent_id FROM counted
        UNION ALL
        SELECT seq, at, NULL, NULL FROM prior
        """;
    private static final String APPEND_OF_VISITOR = APPEND.formatted("visitor_id = ? AND state IN ('WAITING', 'ACTIVE')");
    private static final String APPEND_OF_AGENT = APPEND.formatted("agent_id = ? AND state = 'ACTIVE'");

    @Resource(lookup = "java:jboss/datasources/AgentInboxDS")
    private DataSource dataSource;

    /**
     * What came of an append.
     *
     * @param isNew whether this call stored it; else an earlier one did
     * @param at when it was stored
     * @param visitorId of whose conversation; null where not new
     * @param agentId null where not new, and while nobody has accepted
     */
    record Appended(boolean isNew, int seq, Instant at, UUID visitorId, UUID agentId) {
    }

    /**
     * Appends a message.
     *
     * @param draft what was sent, checked already
     * @return what came of it; empty where the conversation takes no message of this author
     */
    Optional<Appended> append(Draft draft) {
        try {
            return appendOnce(draft);
        } catch (SQLException e) {
            // Two sockets sent the same message at the same time and the other one was first: now it can be seen.
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                return appendAgain(draft);
            }
            throw new UnavailableException("The message could not be stored.", e);
        }
    }

    private Optional<Appended> appendAgain(Draft draft) {
        try {
            return appendOnce(draft);
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw RefusedException.ofField("clientId", "this id names a message of somebody else");
            }
            throw new UnavailableException("The message could not be stored.", e);
        }
    }

    private Optional<Appended> appendOnce(Draft draft) throws SQLException {
        String sql = draft.author() == AuthorKind.VISITOR ? APPEND_OF_VISITOR : APPEND_OF_AGENT;
        try (Connection connection = dataSource.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            OffsetDateTime at = draft.at().atOffset(ZoneOffset.UTC);
            statement.setObject(1, draft.conversationId());
            statement.setObject(2, draft.clientId());
            statement.setString(3, draft.author().name());
            statement.setObject(4, draft.authorId());
            statement.setObject(5, at);
            statement.setObject(6, draft.conversationId());
            statement.setObject(7, draft.authorId());
            statement.setObject(8, draft.clientId());
            statement.setString(9, draft.author().name());
            statement.setObject(10, draft.authorId());
            statement.setString(11, draft.text());
            statement.setObject(12, at);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(appended(result, draft)) : Optional.empty();
            }
        }
    }

    private static Appended appended(ResultSet result, Draft draft) throws SQLException {
        OffsetDateTime earlier = result.getObject(2, OffsetDateTime.class);
        return new Appended(earlier == null, result.getInt(1), earlier == null ? draft.at() : earlier.toInstant(),
            result.getObject(3, UUID.class), result.getObject(4, UUID.class));
    }
}
