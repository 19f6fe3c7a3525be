package org.agentinbox.conversation.append;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

import javax.sql.DataSource;

/**
 * Inserts messages with the next number of their conversations. This is the one path whose speed counts most, so it uses SQL statements and
 * no entities. Outside a transaction each statement commits by itself, in one round trip to the database.
 *
 * <p>Conversations are locked in the order of their ids. So numbers have no gap and are given in the order of commits, and two concurrent
 * inserts cannot deadlock. Each statement asks the database function {@code may_write} whether the conversation takes the message;
 * PostgreSQL inlines that function into the statement's plan.
 */
final class MessageRepository {

    /**
     * Appends one message, which is the usual case. It returns no row where the message was stored before, where the conversation does not
     * take it, and where another message of the conversation was stored while this statement waited for the lock; {@link #APPEND_CAREFULLY}
     * then finds out which. The conversation's id is bound twice, so that the look-up of the last number reads one partition only.
     */
    static final String APPEND = """
        WITH c AS MATERIALIZED (
            SELECT id, visitor_id, agent_id FROM conversation WHERE id = ? AND may_write(conversation, ?, ?)
            FOR NO KEY UPDATE),
        m AS (
            INSERT INTO message (conversation_id, seq, client_id, kind, author_kind, author_id, text, at)
            SELECT id, 1 + COALESCE((SELECT p.seq FROM message p WHERE p.conversation_id = ? ORDER BY p.seq DESC LIMIT 1), 0),
                ?, 'TEXT', ?, ?, ?, ? FROM c
            ON CONFLICT DO NOTHING RETURNING seq)
        SELECT m.seq, c.visitor_id, c.agent_id FROM m, c""";
    /**
     * Appends one message whose number is predicted, so nothing is looked up. The conversation is locked and checked as in {@link #APPEND};
     * where the number is taken, the primary key refuses it. In that case, and where no row was stored, {@link #APPEND_CAREFULLY} finds out
     * why.
     */
    static final String APPEND_NEXT = """
        INSERT INTO message (conversation_id, seq, client_id, kind, author_kind, author_id, text, at)
        SELECT id, ?, ?, 'TEXT', ?, ?, ?, timestamptz 'epoch' + CAST(? AS bigint) * interval '1 microsecond' FROM conversation
        WHERE id = ? AND visitor_id = ? AND agent_id = ? AND may_write(conversation, ?, ?) FOR NO KEY UPDATE""";
    /**
     * Appends one message to each of several conversations, like {@link #APPEND}. From a handful of messages on, it takes half of the
     * database's time.
     */
    static final String APPEND_EACH = """
        WITH c AS MATERIALIZED (
            SELECT d.*, c.visitor_id, c.agent_id
            FROM unnest(?, ?, ?, ?, ?, ?) WITH ORDINALITY AS d (conversation, client, author_kind, author, text, micros, place)
            JOIN conversation c ON c.id = d.conversation AND may_write(c, d.author_kind, d.author)
            ORDER BY d.place FOR NO KEY UPDATE OF c),
        m AS (
            INSERT INTO message (conversation_id, seq, client_id, kind, author_kind, author_id, text, at)
            SELECT conversation, 1 + COALESCE((SELECT p.seq FROM message p WHERE p.conversation_id = c.conversation ORDER BY p.seq DESC \
            LIMIT 1), 0),
                client, 'TEXT', author_kind, author, text, timestamptz 'epoch' + micros * interval '1 microsecond' FROM c
            ON CONFLICT DO NOTHING RETURNING conversation_id, seq)
        SELECT c.place, m.seq, c.visitor_id, c.agent_id FROM m JOIN c ON c.conversation = m.conversation_id""";
    /** Appends any messages one after the other, and says of each what came of it. */
    static final String APPEND_CAREFULLY = "SELECT * FROM append_messages(?, ?, ?, ?, ?, ?)";

    /** More conversations than people write in at the same time on one node. */
    private static final int KEPT_IN_MIND = 10_000;
    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource dataSource;
    private final SequencePredictor predictor = new SequencePredictor(KEPT_IN_MIND);

    MessageRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Inserts the messages that are not stored yet.
     *
     * @param drafts those of one conversation in the order in which they are to be numbered
     * @return what came of each, in the same order; {@link AppendResult.Outcome#UNKNOWN} for those that failed after others were stored
     * @throws SQLException where nothing is known to be stored
     */
    List<AppendResult> insert(List<Draft> drafts) throws SQLException {
        return drafts.size() == 1 ? List.of(insert(drafts.get(0))) : insertGroup(drafts);
    }

    /** The usual case, one message: nothing has to be sorted or grouped. */
    private AppendResult insert(Draft draft) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            AppendResult result = one(connection, draft);
            if (result == null) {
                AppendResult[] careful = new AppendResult[1];
                carefully(connection, List.of(draft), List.of(0), careful);
                result = careful[0];
            }
            predictor.keep(draft.conversationId(), result);
            return result;
        }
    }

    private List<AppendResult> insertGroup(List<Draft> drafts) throws SQLException {
        AppendResult[] results = new AppendResult[drafts.size()];
        // Conversations must be locked in the order of their ids. The sort is stable, so the messages of one conversation keep their order.
        List<Integer> order = IntStream.range(0, drafts.size()).boxed().sorted(Comparator.comparing(i -> drafts.get(i).conversationId()))
            .toList();
        List<Integer> first = firstOfEach(drafts, order);
        try (Connection connection = dataSource.getConnection()) {
            if (first.size() == 1) {
                results[first.get(0)] = one(connection, drafts.get(first.get(0)));
            } else {
                each(connection, drafts, first, results);
            }
            List<Integer> rest = order.stream().filter(i -> results[i] == null).toList();
            if (!rest.isEmpty()) {
                carefully(connection, drafts, rest, results);
            }
        }
        order.forEach(i -> predictor.keep(drafts.get(i).conversationId(), results[i]));
        return List.of(results);
    }

    /** A statement sees only what was committed before it began, so it can number only one message of each conversation. */
    private static List<Integer> firstOfEach(List<Draft> drafts, List<Integer> order) {
        Set<UUID> seen = new HashSet<>();
        return order.stream().filter(i -> seen.add(drafts.get(i).conversationId())).toList();
    }

    private AppendResult one(Connection connection, Draft draft) throws SQLException {
        Optional<SequencePredictor.Last> last = predictor.of(draft.conversationId());
        return last.isPresent() ? next(connection, draft, last.get()) : afterLookUp(connection, draft);
    }

    private static AppendResult next(Connection connection, Draft draft, SequencePredictor.Last last) throws SQLException {
        AppendResult next = AppendResult.stored(last.seq() + 1, draft.at(),
            draft.author() == AuthorKind.VISITOR ? draft.authorId() : last.visitorId(),
            draft.author() == AuthorKind.AGENT ? draft.authorId() : last.agentId());
        try (PreparedStatement statement = connection.prepareStatement(APPEND_NEXT)) {
            statement.setInt(1, next.seq());
            statement.setObject(2, draft.clientId());
            statement.setString(3, draft.author().name());
            statement.setObject(4, draft.authorId());
            statement.setString(5, draft.text());
            statement.setLong(6, ChronoUnit.MICROS.between(Instant.EPOCH, draft.at()));
            statement.setObject(7, draft.conversationId());
            statement.setObject(8, next.visitorId());
            statement.setObject(9, next.agentId());
            statement.setString(10, draft.author().name());
            statement.setObject(11, draft.authorId());
            return statement.executeUpdate() == 1 ? next : null;
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                return null;
            }
            throw e;
        }
    }

    private static AppendResult afterLookUp(Connection connection, Draft draft) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setObject(1, draft.conversationId());
            statement.setString(2, draft.author().name());
            statement.setObject(3, draft.authorId());
            statement.setObject(4, draft.conversationId());
            statement.setObject(5, draft.clientId());
            statement.setString(6, draft.author().name());
            statement.setObject(7, draft.authorId());
            statement.setString(8, draft.text());
            statement.setObject(9, draft.at().atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                    ? AppendResult.stored(row.getInt(1), draft.at(), row.getObject(2, UUID.class), row.getObject(3, UUID.class)) : null;
            }
        }
    }

    private static void each(Connection connection, List<Draft> drafts, List<Integer> places, AppendResult[] results) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND_EACH)) {
            bind(connection, statement, places.stream().map(drafts::get).toList());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    int place = places.get(rows.getInt(1) - 1);
                    results[place] = AppendResult.stored(rows.getInt(2), drafts.get(place).at(), rows.getObject(3, UUID.class),
                        rows.getObject(4, UUID.class));
                }
            }
        }
    }

    /** Where this fails after other messages of the group were stored, those keep their outcome and only the rest becomes UNKNOWN. */
    private static void carefully(Connection connection, List<Draft> drafts, List<Integer> places, AppendResult[] results)
        throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND_CAREFULLY)) {
            bind(connection, statement, places.stream().map(drafts::get).toList());
            try (ResultSet rows = statement.executeQuery()) {
                for (int place : places) {
                    rows.next();
                    results[place] = new AppendResult(AppendResult.Outcome.valueOf(rows.getString(1)), rows.getObject(2, Integer.class),
                        Instant.EPOCH.plus(rows.getLong(3), ChronoUnit.MICROS), rows.getObject(4, UUID.class),
                        rows.getObject(5, UUID.class));
                }
            }
        } catch (SQLException e) {
            if (Arrays.stream(results).allMatch(r -> r == null)) {
                throw e;
            }
            places.forEach(place -> results[place] = AppendResult.UNKNOWN);
        }
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
}
