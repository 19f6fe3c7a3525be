package org.agentinbox.it.retention;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.TableOwners;
import org.agentinbox.platform.OwnedTable;
import org.agentinbox.platform.OwnedTable.Removal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests that nothing about visitors escapes the purge, the export and the erasure: each table in the database must match what its owner
 * declares (ADR 21). A table declared to hold nothing about visitors may not refer to one that does, and each of its text columns is listed
 * here.
 */
class HistoryTablesIT {

    /** Tables of the server and of the migrations in the same database. */
    private static final Set<String> NOT_OURS = Set.of("flyway_schema_history", "job_instance", "job_execution", "step_execution",
        "partition_execution");
    /** What the text columns hold, in tables without data about visitors. */
    private static final Map<String, Set<String>> TEXTS = Map.of(
        "people who work here, and how they sign in", Set.of("account.user_name", "account.display_name", "account.email",
            "account.password_hash",
            "account.locale", "account.title", "account_role.role", "account_photo.media_type", "account_photo.content",
            "sign_in.token_hash",
            "sign_in.address",
            "sign_in.browser", "sign_in_failure.subject", "known_device.token_hash",
            "passkey.credential_id", "passkey.credential_data", "passkey.transports", "passkey.label", "passkey_challenge_key.secret",
            "passkey_challenge_used.challenge_hash", "provided_identity.issuer", "provided_identity.subject", "provider_session.provider",
            "provider_session.issuer", "provider_session.subject", "provider_session.sid", "provider_session.id_token",
            "provider_session.refresh_token", "provider_token_used.token_hash"),
        "programs and sites that are let in", Set.of("site_secret.secret", "api_key.name", "api_key.beginning", "api_key.key_hash",
            "api_key_scope.scope"),
        "how people who work here want to work", Set.of("agent.time_zone", "agent_calendar.time_zone", "agent_calendar.invitation",
            "agent_calendar.video_link", "agent_calendar.fallback", "notification_preference.sound", "day_off.scope", "day_off.name",
            "day_off.time_zone", "day_off.import_key"),
        "their devices", Set.of("push_subscription.endpoint", "push_subscription.public_key", "push_subscription.auth",
            "push_subscription.label",
            "push_subscription.locale", "vapid_key.public_key", "vapid_key.private_key"),
        "their calendars elsewhere; of events there only the times are kept", Set.of("calendar_connection.address",
            "calendar_connection.user_name",
            "calendar_connection.password", "calendar_connection.calendar_url", "calendar_connection.calendar_name",
            "calendar_connection.sync_token",
            "calendar_connection.problem", "calendar_connection.problem_detail", "calendar_found.url", "calendar_found.name"),
        "what they wrote for all chats", Set.of("canned_answer.shortcut", "canned_answer.text", "listed_topic.name",
            "listed_topic.synonyms", "wrap_up_choice.kind", "wrap_up_choice.name", "wrap_up_choice.name_ko"),
        "how administrators want chats to come in", Set.of("entry.key", "entry.name", "entry.routing", "entry.booking", "entry.content",
            "routing_rule.name", "routing_rule.matching", "routing_rule.conditions", "team.name"),
        "which companies are whose, and how a file of them is imported", Set.of("company_account.domain", "company_account.shown",
            "company_account.company", "company_account_staged.domain", "company_account_staged.shown", "company_account_staged.company",
            "company_account_import.state"),
        "what was done, and who of them did it", Set.of("retention_run.kind", "retention_run.started_by", "retention_run.state",
            "retention_run.place",
            "retention_count.kind", "daily_figure.zone", "hourly_figure.zone",
            "hourly_figure.entry_key", "rotation.id", "audit_entry.actor_kind", "audit_entry.actor_name",
            "audit_entry.address", "audit_entry.act", "audit_entry.subject_kind", "audit_entry.subject_name", "audit_entry.before",
            "audit_entry.after"));
    /** What ids without a foreign key name, in tables without data about visitors. */
    private static final Map<String, String> IDS = Map.of("agent_connection.node", "a run of a server",
        "company_account_staged.import_id", "an import", "company_account_staged.owner_id", "an account to sign in by",
        "day_off.team_id", "a team", "account.photo_tag", "a picture of an account", "audit_entry.actor_id", "an account or a key",
        "audit_entry.subject_id",
        "whatever an act was about, a visitor too: a rest that says nothing once the visitor is erased");

    private final Installation installation = Installation.shared();
    private final Map<String, OwnedTable> owned = TableOwners.all().stream().flatMap(owner -> owner.tables().stream())
        .collect(toMap(OwnedTable::name, Function.identity(), (one, other) -> one, TreeMap::new));

    private record Column(String table, String name, String type, String nameInFull) {

        boolean isText() {
            return !Set.of("uuid", "bool", "int2", "int4", "int8", "timestamptz", "date", "_int4").contains(type);
        }
    }

    /** @param cascades whether deleting the row referred to deletes the row */
    private record Reference(String table, String column, String to, boolean cascades) {}

    private static <T> List<T> list(Connection connection, String sql, RowReader<T> reader) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        }
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static List<Column> columns(Connection connection) throws SQLException {
        return list(connection, "SELECT c.relname, a.attname, t.typname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid "
            + "JOIN pg_type t ON t.oid = a.atttypid "
            + "WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 "
            + "AND NOT a.attisdropped "
            + "ORDER BY 1, 2",
            row -> new Column(row.getString(1), row.getString(2), row.getString(3), row.getString(1) + "."
                + row.getString(2)))
            .stream().filter(column -> !NOT_OURS.contains(column.table())).toList();
    }

    private static List<Reference> references(Connection connection) throws SQLException {
        return list(connection, "SELECT c.conrelid::regclass::text, a.attname, c.confrelid::regclass::text, c.confdeltype = 'c' FROM "
            + "pg_constraint c "
            + "JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) WHERE c.contype = 'f'",
            row -> new Reference(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)));
    }

    /** Lists the differences between the database and what the owners declare. */
    private Set<String> findings(Connection connection) throws SQLException {
        List<Reference> references = references(connection);
        Map<String, List<Column>> tables = columns(connection).stream().collect(Collectors.groupingBy(Column::table, TreeMap::new,
            Collectors.toList()));
        Set<String> findings = new TreeSet<>();
        owned.keySet().stream().filter(table -> !tables.containsKey(table)).forEach(table -> findings.add(table + " is not there"));
        tables.forEach((table, columns) -> {
            OwnedTable as = owned.get(table);
            if (as == null) {
                findings.add(table + " is nobody's");
            } else if (as.removal() == Removal.NEVER) {
                tellsOfNoVisitor(columns, references, findings);
            } else {
                goes(as, columns, references, findings);
            }
        });
        return findings;
    }

    private void tellsOfNoVisitor(List<Column> columns, List<Reference> references, Set<String> findings) {
        Set<String> texts = TEXTS.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        for (Column column : columns) {
            if (column.isText() && !texts.contains(column.nameInFull())) {
                findings.add(column.nameInFull() + " may hold anything");
            }
            if (column.type().equals("uuid") && !column.name().equals("id") && !IDS.containsKey(column.nameInFull())
                && references.stream().noneMatch(r -> r.table().equals(column.table()) && r.column().equals(column.name())
                    && tellsOfNoVisitor(r.to()))) {
                findings.add(column.nameInFull() + " may name a visitor");
            }
        }
    }

    private boolean tellsOfNoVisitor(String table) {
        return owned.containsKey(table) && owned.get(table).removal() == Removal.NEVER;
    }

    private void goes(OwnedTable table, List<Column> columns, List<Reference> references, Set<String> findings) {
        Set<String> needed = switch (table.removal()) {
            case WITH_CONVERSATION, WITH_VISITOR -> Set.of(table.by());
            case BY_AGE -> Set.of("visitor_id", "id", table.by());
            default -> Set.of();
        };
        needed.stream().filter(name -> columns.stream().noneMatch(column -> column.name().equals(name)))
            .forEach(name -> findings.add(table.name() + " has no " + name));
        if (table.removal() == Removal.WITH_VISITOR && table.exported() && columns.stream().noneMatch(column -> column.name()
            .equals("id"))) {
            findings.add(table.name() + " has no id, by which the export orders it");
        }
        if (table.removal() == Removal.WITH_ROW && (tellsOfNoVisitor(table.by())
            || references.stream().noneMatch(r -> r.table().equals(table.name()) && r.to().equals(table.by()) && r.cascades()))) {
            findings.add(table.name() + " does not go with " + table.by());
        }
    }

    @Test
    void eachTableIsThereAsItsOwnerSays() throws SQLException {
        try (Connection connection = installation.connect()) {
            assertEquals(Set.of(), findings(connection));
        }
    }

    /** An entry in these lists for a column that no longer exists would excuse a new one of the same name. */
    @Test
    void whatIsListedIsThere() throws SQLException {
        try (Connection connection = installation.connect()) {
            Set<String> there = columns(connection).stream().map(Column::nameInFull).collect(Collectors.toSet());
            Set<String> listed = TEXTS.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
            listed.addAll(IDS.keySet());
            listed.removeAll(there);
            assertEquals(Set.of(), listed);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        CREATE TABLE survey (id uuid PRIMARY KEY, conversation_id uuid NOT NULL)                                   | survey is nobody's
        CREATE TABLE survey (id integer)                                                                           | survey is nobody's
        ALTER TABLE rotation ADD COLUMN visitor_id uuid | rotation.visitor_id may name a visitor
        ALTER TABLE rotation ADD COLUMN record_id uuid REFERENCES visitor_record | rotation.record_id may name a visitor
        ALTER TABLE rotation ADD COLUMN line jsonb | rotation.line may hold anything
        ALTER TABLE conversation_summary RENAME COLUMN conversation_id TO chat | conversation_summary has no conversation_id
        ALTER TABLE meeting_link DROP CONSTRAINT meeting_link_meeting_id_fkey | meeting_link does not go with meeting
        DROP TABLE booking_failure | booking_failure is not there
        """)
    void whatADeveloperForgetsIsFound(String change, String finding) throws SQLException {
        try (Connection connection = installation.connect(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(change);
            Set<String> findings = findings(connection);
            connection.rollback();
            assertEquals(Set.of(finding), findings);
        }
    }
}
