package org.agentinbox.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.agentinbox.conversation.WritingRule.Author;
import org.agentinbox.conversation.append.AppendResult;
import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.conversation.append.Draft;
import org.agentinbox.conversation.append.MessageStatements;
import org.agentinbox.it.support.Installation;
import org.agentinbox.launcher.Database;
import org.agentinbox.platform.Ids;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that Java, SQL and each appending statement follow {@link WritingRule}, in every state and for every author. */
class WritingRuleIT {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private static String url;
    private final UUID visitor = UUID.randomUUID();
    private final UUID agent = UUID.randomUUID();
    private final UUID id = Ids.next(NOW);
    private RecordingDataSource dataSource;
    private MessageStatements statements;

    @BeforeAll
    static void migrate() {
        url = Installation.shared().database().url("writing_rule");
        Flyway.configure().dataSource(url, Database.USER, "").locations("classpath:db/migration").load().migrate();
    }

    static Stream<Arguments> statesAndAuthors() {
        return Stream.of(ConversationState.values()).flatMap(s -> Stream.of(Author.values()).map(a -> Arguments.of(s, a)));
    }

    @BeforeEach
    void conversation() throws SQLException {
        dataSource = new RecordingDataSource(url, Database.USER);
        statements = new MessageStatements(dataSource.asDataSource());
        run("INSERT INTO account (id, version, user_name, display_name, password_hash, must_change_password, active, created_at) "
            + "VALUES (?, 0, ?, 'Ana', '', false, true, now())", agent, agent.toString());
        run("INSERT INTO agent (account_id) VALUES (?)", agent);
        active(id, visitor);
    }

    @AfterEach
    void close() throws SQLException {
        dataSource.close();
    }

    private void run(String sql, Object... parameters) throws SQLException {
        try (Connection connection = dataSource.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    private void active(UUID conversation, UUID visitorId) throws SQLException {
        run("INSERT INTO visitor (id, version, created_at, seen_at) VALUES (?, 0, now(), now())", visitorId);
        run("INSERT INTO conversation (id, visitor_id, agent_id, request_client_id, state, requested_at, accepted_at) "
            + "VALUES (?, ?, ?, gen_random_uuid(), 'ACTIVE', now(), now())", conversation, visitorId, agent);
    }

    private void bring(ConversationState state) throws SQLException {
        boolean accepted = state == ConversationState.ACTIVE || state == ConversationState.ENDED;
        run("UPDATE conversation SET state = ?, agent_id = ?::uuid, accepted_at = CASE WHEN ? THEN now() END, "
            + "ended_at = CASE WHEN ? THEN NULL ELSE now() END, end_reason = CASE WHEN ? THEN 'AGENT' END WHERE id = ?",
            state.name(), accepted ? agent.toString() : null, accepted, state.isOpen(), state == ConversationState.ENDED, id);
    }

    private UUID id(Author author) {
        return switch (author) {
            case VISITOR -> visitor;
            case AGENT -> agent;
            case PRODUCT -> null;
            case OTHER_VISITOR, OTHER_AGENT, SALES_ADMIN -> UUID.randomUUID();
        };
    }

    private Draft draft(Author author) {
        return new Draft(id, UUID.randomUUID(), author.kind(), id(author), "Hello", NOW);
    }

    private void assertOutcome(ConversationState state, Author author, String statement, AppendResult result) {
        AppendResult.Outcome expected = WritingRule.mayWrite(state, author) ? AppendResult.Outcome.STORED : AppendResult.Outcome.REFUSED;
        assertEquals(expected, result.outcome(), statement);
        assertTrue(dataSource.prepared().contains(statement), "this was to test another statement");
    }

    @ParameterizedTest
    @MethodSource("statesAndAuthors")
    void theRuleInJava(ConversationState state, Author author) {
        Conversation conversation = new Conversation(id, visitor, UUID.randomUUID(), NOW);
        if (state == ConversationState.ACTIVE || state == ConversationState.ENDED) {
            conversation.connect(agent, NOW);
        }
        if (!state.isOpen()) {
            conversation.end(EndReason.AGENT, NOW);
        }
        assertEquals(state, conversation.state());
        assertEquals(WritingRule.mayWrite(state, author), conversation.mayWrite(author.kind(), id(author)));
        assertEquals(WritingRule.showsTyping(state, author), conversation.showsTypingOf(author.kind(), id(author)));
        if (author != Author.PRODUCT && !WritingRule.mayWrite(state, author)) {
            assertEquals(WritingRule.told(state, author),
                conversation.refusal(author.kind(), id(author), author == Author.SALES_ADMIN).refusal().name());
        }
    }

    @ParameterizedTest
    @MethodSource("statesAndAuthors")
    void theRuleInSql(ConversationState state, Author author) throws SQLException {
        bring(state);
        try (Connection connection = dataSource.getConnection();
            PreparedStatement statement = connection.prepareStatement(
                "SELECT COALESCE(may_write(c, ?, ?), false) FROM conversation c WHERE id = ?")) {
            statement.setString(1, author.kind().name());
            statement.setObject(2, id(author));
            statement.setObject(3, id);
            ResultSet row = statement.executeQuery();
            assertTrue(row.next());
            assertEquals(WritingRule.mayWrite(state, author), row.getBoolean(1));
        }
    }

    @ParameterizedTest
    @MethodSource("statesAndAuthors")
    void aMessageAlone(ConversationState state, Author author) throws SQLException {
        bring(state);
        assertOutcome(state, author, MessageStatements.APPEND, statements.insert(List.of(draft(author))).get(0));
    }

    @ParameterizedTest
    @MethodSource("statesAndAuthors")
    void aMessageWhoseNumberIsGuessed(ConversationState state, Author author) throws SQLException {
        statements.insert(List.of(draft(Author.VISITOR)));
        statements.insert(List.of(draft(Author.AGENT)));
        bring(state);
        assertOutcome(state, author, MessageStatements.APPEND_NEXT, statements.insert(List.of(draft(author))).get(0));
    }

    @ParameterizedTest
    @MethodSource("statesAndAuthors")
    void aMessageInAGroup(ConversationState state, Author author) throws SQLException {
        UUID other = Ids.next(NOW);
        UUID otherVisitor = UUID.randomUUID();
        active(other, otherVisitor);
        bring(state);
        List<AppendResult> result = statements.insert(List.of(draft(author),
            new Draft(other, UUID.randomUUID(), AuthorKind.VISITOR, otherVisitor, "Hello", NOW)));
        assertOutcome(state, author, MessageStatements.APPEND_EACH, result.get(0));
        assertEquals(AppendResult.Outcome.STORED, result.get(1).outcome());
    }

    @ParameterizedTest
    @MethodSource("statesAndAuthors")
    void messagesOfOneConversationTogether(ConversationState state, Author author) throws SQLException {
        bring(state);
        List<AppendResult> result = statements.insert(List.of(draft(author), draft(author)));
        assertOutcome(state, author, MessageStatements.APPEND_CAREFULLY, result.get(1));
    }

    /** If PostgreSQL did not inline the rule's function into the plan, each message would cost an extra call. */
    @Test
    void noStatementCallsTheRule() throws SQLException {
        Map<String, String> typesByStatement = Map.of(
            MessageStatements.APPEND, "uuid, varchar, uuid, uuid, uuid, varchar, uuid, varchar, timestamptz",
            MessageStatements.APPEND_NEXT, "int, uuid, varchar, uuid, varchar, bigint, uuid, uuid, uuid, varchar, uuid",
            MessageStatements.APPEND_EACH, "uuid[], uuid[], text[], uuid[], text[], bigint[]");
        for (Map.Entry<String, String> statement : typesByStatement.entrySet()) {
            String plan = plan(statement.getKey(), statement.getValue());
            assertTrue(plan.contains("WAITING"), plan);
            assertFalse(plan.contains("may_write("), plan);
        }
    }

    /** Returns the generic plan, which the database keeps for any parameters. */
    private String plan(String statement, String types) throws SQLException {
        String numbered = statement;
        int parameters = 0;
        while (numbered.contains("?")) {
            numbered = numbered.replaceFirst("\\?", "\\$" + ++parameters);
        }
        try (Connection connection = dataSource.getConnection(); var sql = connection.createStatement()) {
            sql.execute("SET plan_cache_mode = force_generic_plan");
            sql.execute("PREPARE append (" + types + ") AS " + numbered);
            List<String> lines = new ArrayList<>();
            try (ResultSet rows = sql.executeQuery("EXPLAIN (VERBOSE) EXECUTE append (" + "NULL, ".repeat(parameters - 1) + "NULL)")) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            return String.join("\n", lines);
        } finally {
            run("DEALLOCATE append");
        }
    }
}
