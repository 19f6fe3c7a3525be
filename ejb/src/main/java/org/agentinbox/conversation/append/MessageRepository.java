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
 * Inserts messages with the next number of their conversations: the one path on which speed counts, hence statements and no entities.
 * Outside a transaction each statement commits by itself, one round trip to the database and back.
 *
 * <p>Conversations are locked in the order of their ids, so numbers have no gap and are given in the order of commits, and two who
 * insert at the same time cannot wait for each other. Each statement asks the database's function may_write whether the conversation takes
 * the message; what it says is put into the statement's plan.
 */
final class MessageRepository {

    /**
     * One message, as nearly always: no row comes back where it was stored before, where the conversation takes none, and where
     * another message of it was stored while this statement waited for the lock. {@link #APPEND_CAREFULLY} then tells. The conversation
     * is given twice, so that the look-up of the last number opens one partition only.
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
     * One message where what it follows is known already: nothing is looked up. The conversation is locked and checked as ever, the
     * primary key refuses a number that somebody else has taken; then, and where no row was stored, {@link #APPEND_CAREFULLY} tells.
     */
    static final String APPEND_NEXT = """
        INSERT INTO message (conversation_id, seq, client_id, kind, author_kind, author_id, text, at)
        SELECT id, ?, ?, 'TEXT', ?, ?, ?, timestamptz 'epoch' + CAST(? AS bigint) * interval '1 microsecond' FROM conversation
        WHERE id = ? AND visitor_id = ? AND agent_id = ? AND may_write(conversation, ?, ?) FOR NO KEY UPDATE""";
    /** One message each of several conversations, as {@link #APPEND}: half the database's time from a handful on. */
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
    /** Whatever is the matter with them, one after the other. */
    static final String APPEND_CAREFULLY = "SELECT * FROM append_messages(?, ?, ?, ?, ?, ?)";

    /** As many conversations as people write in at a time on a node, and more. */
    private static final int KEPT_IN_MIND = 10_000;
    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource dataSource;
    private final SequencePredictor predictor = new SequencePredictor(KEPT_IN_MIND);

    MessageRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Inserts what is not there yet.
     *
     * @param drafts those of one conversation in the order of their numbers to be
     * @return what came of each. Where one failed after others were stored, its outcome is {@link AppendResult.Outcome#UNKNOWN}
     * @throws SQLException where nothing is known to be stored
     */
    List<AppendResult> insert(List<Draft> drafts) throws SQLException {
        return drafts.size() == 1 ? List.of(insert(drafts.get(0))) : insertGroup(drafts);
    }

    /** One, as on most sites at nearly any time: nothing to sort, to number or to gather. */
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
        // In the order of conversations, since that is the order of locks; the sort is stable, so each keeps its order of texts.
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

    /** A statement sees what was committed before it began: of one conversation it can number one message. */
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

    /** Others are stored by now and must not be told otherwise because these fail. */
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
