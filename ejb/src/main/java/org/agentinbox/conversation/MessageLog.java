package org.agentinbox.conversation;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.agentinbox.platform.GroupCommit;
import org.agentinbox.platform.RefusedException;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Appends messages: the one path on which speed counts, hence one statement and no entity. Called outside a transaction it
 * commits by itself, one round trip to the database and back; when it returns, the message is on disk. Under load, messages
 * of several conversations share that round trip.
 *
 * <p>The database's function locks the conversation's row, so numbers have no gap and are given in the order of commits; where
 * the client id is known already it changes nothing and tells what was stored then.
 */
@ApplicationScoped
class MessageLog {

    /**
     * One message, as nearly always: no row comes back where it was stored before, where the conversation takes none, and where
     * another message of it was stored while this statement waited for the lock. {@link #APPEND_TOGETHER} then tells. The conversation
     * is given twice, so that the look-up of the last number opens one partition only.
     */
    static final String APPEND = """
        WITH c AS MATERIALIZED (
            SELECT id, visitor_id, agent_id FROM conversation WHERE id = ?
            AND CASE ? WHEN 'VISITOR' THEN visitor_id = ? AND state IN ('WAITING', 'ACTIVE') ELSE agent_id = ? AND state = 'ACTIVE' END
            FOR NO KEY UPDATE),
        m AS (
            INSERT INTO message (conversation_id, seq, client_id, kind, author_kind, author_id, text, at)
            SELECT id, 1 + COALESCE((SELECT p.seq FROM message p WHERE p.conversation_id = ? ORDER BY p.seq DESC LIMIT 1), 0),
                ?, 'TEXT', ?, ?, ?, ? FROM c
            ON CONFLICT DO NOTHING RETURNING seq)
        SELECT m.seq, c.visitor_id, c.agent_id FROM m, c""";
    static final String APPEND_TOGETHER = "SELECT * FROM append_messages(?, ?, ?, ?, ?, ?)";
    /** Two groups at a time: one is computed while the other waits for the disk. */
    private static final int WRITERS = 2;
    private static final int MOST_TOGETHER = 64;

    @Resource(lookup = "java:jboss/datasources/AgentInboxDS")
    private DataSource dataSource;
    private GroupCommit<Draft, Appended> commits;

    /**
     * What came of an append.
     *
     * @param seq the number, null where the message was refused
     * @param at when it was stored
     * @param visitorId of whose conversation; null where not new
     * @param agentId null where not new, and while nobody has accepted
     */
    record Appended(Outcome outcome, Integer seq, Instant at, UUID visitorId, UUID agentId) {

        boolean isNew() {
            return outcome == Outcome.STORED;
        }
    }

    /** As the database's function names it. */
    enum Outcome {
        STORED, KNOWN, FOREIGN, REFUSED
    }

    @PostConstruct
    void open() {
        commits = new GroupCommit<>(WRITERS, MOST_TOGETHER, this::write, UnavailableException.class::isInstance);
    }

    /**
     * Appends a message.
     *
     * @param draft what was sent, checked already
     * @return what came of it; empty where the conversation takes no message of this author
     * @throws RefusedException where the client id names a message of somebody else
     * @throws UnavailableException where the database does not answer
     */
    Optional<Appended> append(Draft draft) {
        Appended appended = commits.write(draft);
        return switch (appended.outcome()) {
            case STORED, KNOWN -> Optional.of(appended);
            case REFUSED -> Optional.empty();
            case FOREIGN -> throw RefusedException.ofField("clientId", "this id names a message of somebody else");
        };
    }

    private List<Appended> write(List<Draft> drafts) {
        return (drafts.size() == 1 ? appendOne(drafts.get(0)) : Optional.<Appended>empty()).map(List::of).orElseGet(() -> appendTogether(drafts));
    }

    private Optional<Appended> appendOne(Draft draft) {
        try (Connection connection = dataSource.getConnection(); PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setObject(1, draft.conversationId());
            statement.setString(2, draft.author().name());
            statement.setObject(3, draft.authorId());
            statement.setObject(4, draft.authorId());
            statement.setObject(5, draft.conversationId());
            statement.setObject(6, draft.clientId());
            statement.setString(7, draft.author().name());
            statement.setObject(8, draft.authorId());
            statement.setString(9, draft.text());
            statement.setObject(10, draft.at().atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(stored(draft, row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static Appended stored(Draft draft, ResultSet row) throws SQLException {
        return new Appended(Outcome.STORED, row.getInt(1), draft.at(), row.getObject(2, UUID.class), row.getObject(3, UUID.class));
    }

    private List<Appended> appendTogether(List<Draft> drafts) {
        // In the order of conversations, since that is the order of locks; the sort is stable, so each keeps its order of texts.
        List<Integer> order = IntStream.range(0, drafts.size()).boxed()
            .sorted(Comparator.comparing(i -> drafts.get(i).conversationId())).toList();
        try (Connection connection = dataSource.getConnection(); PreparedStatement statement = connection.prepareStatement(APPEND_TOGETHER)) {
            List<Draft> sorted = order.stream().map(drafts::get).toList();
            bind(connection, statement, sorted);
            try (ResultSet rows = statement.executeQuery()) {
                return results(rows, order);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** What the database has against a value is the fault of one message, all else of none. */
    private static RuntimeException failure(SQLException e) {
        boolean isAboutValue = e.getSQLState() != null && (e.getSQLState().startsWith("22") || e.getSQLState().startsWith("23"));
        return isAboutValue ? new IllegalArgumentException("The database cannot store this message.", e)
            : new UnavailableException("The message could not be stored.", e);
    }

    private static void bind(Connection connection, PreparedStatement statement, List<Draft> drafts) throws SQLException {
        statement.setArray(1, array(connection, "uuid", drafts, Draft::conversationId));
        statement.setArray(2, array(connection, "uuid", drafts, Draft::clientId));
        statement.setArray(3, array(connection, "text", drafts, draft -> draft.author().name()));
        statement.setArray(4, array(connection, "uuid", drafts, Draft::authorId));
        statement.setArray(5, array(connection, "text", drafts, Draft::text));
        statement.setArray(6, array(connection, "int8", drafts, draft -> ChronoUnit.MICROS.between(Instant.EPOCH, draft.at())));
    }

    private static Array array(Connection connection, String type, List<Draft> drafts, Function<Draft, Object> part) throws SQLException {
        return connection.createArrayOf(type, drafts.stream().map(part).toArray());
    }

    private static List<Appended> results(ResultSet rows, List<Integer> order) throws SQLException {
        Appended[] results = new Appended[order.size()];
        for (int place : order) {
            rows.next();
            long micros = rows.getLong(3);
            results[place] = new Appended(Outcome.valueOf(rows.getString(1)), rows.getObject(2, Integer.class),
                Instant.EPOCH.plus(micros, ChronoUnit.MICROS), rows.getObject(4, UUID.class), rows.getObject(5, UUID.class));
        }
        return new ArrayList<>(List.of(results));
    }
}
