package org.agentinbox.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.agentinbox.it.support.Installation;
import org.agentinbox.launcher.Database;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that a database of version 22, whose functions, triggers and views came from versioned migrations, ends up like a new one (ADR 22).
 */
class MigrationIT {

    private static final Pattern VERSIONED = Pattern.compile("V(\\d+)__.*\\.sql");
    private static final int OLD = 22;
    /** All functions, triggers and views as the database prints them, so that layout and comments do not count. */
    private static final String DEFINED = """
        SELECT pg_get_functiondef(p.oid) FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prokind = 'f'
            AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype IN ('e', 'i'))
        UNION ALL SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t WHERE NOT t.tgisinternal
        UNION ALL SELECT viewname || ' AS ' || definition FROM pg_views WHERE schemaname = 'public' ORDER BY 1""";
    @TempDir
    private static Path old;
    private static Database database;

    @BeforeAll
    static void asVersion22Had() throws Exception {
        database = Installation.shared().database();
        URI first = MigrationIT.class.getResource("/db/migration/V1__first_live_chat.sql").toURI();
        if (!first.getScheme().equals("jar")) {
            copyVersioned(Path.of(first).getParent());
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(first, Map.of())) {
            copyVersioned(jar.getPath("db/migration"));
        }
    }

    private static void copyVersioned(Path migrations) throws IOException {
        try (Stream<Path> all = Files.list(migrations)) {
            for (Path file : all.toList()) {
                Matcher name = VERSIONED.matcher(file.getFileName().toString());
                if (name.matches() && Integer.parseInt(name.group(1)) <= OLD) {
                    try (InputStream text = Files.newInputStream(file)) {
                        Files.copy(text, old.resolve(name.group()));
                    }
                }
            }
        }
    }

    private static Flyway flyway(String url, String location) {
        return Flyway.configure().dataSource(url, Database.USER, "").locations(location).load();
    }

    private static List<String> query(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, Database.USER, "");
            ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    @Test
    void aDatabaseOfVersion22BecomesWhatANewOneIs() throws SQLException {
        String fresh = database.url("migrated_fresh");
        flyway(fresh, "classpath:db/migration").migrate();
        String upgraded = database.url("migrated_from_22");
        Flyway before = flyway(upgraded, "filesystem:" + old);
        before.migrate();
        assertEquals(MigrationVersion.fromVersion("22"), before.info().current().getVersion());
        assertTrue(query(upgraded, DEFINED).stream().noneMatch(d -> d.contains("may_write")), "as it was then");
        query(upgraded,
            "INSERT INTO account (id, version, user_name, display_name, password_hash, must_change_password, active, created_at) "
                + "VALUES (gen_random_uuid(), 0, 'ada', 'Ada', '', false, true, now()) RETURNING id");
        query(upgraded, "INSERT INTO api_key (id, name, beginning, key_hash, created_by, created_at) "
            + "SELECT gen_random_uuid(), 'CRM', 'aik_1234', '', id, now() - interval '3 years' FROM account RETURNING id");
        Flyway now = flyway(upgraded, "classpath:db/migration");
        now.migrate();
        assertEquals(List.of("READ", "VISITORS"), query(upgraded, "SELECT s.scope FROM api_key k JOIN account a ON a.id = k.owner_id "
            + "JOIN api_key_scope s ON s.key_id = k.id WHERE k.ends_at > now() + interval '11 months' ORDER BY 1"),
            "keys from before go on");
        List<String> defined = query(fresh, DEFINED);
        assertTrue(defined.stream().anyMatch(d -> d.contains("may_write(")) && defined.stream().anyMatch(d -> d.contains("TRIGGER")),
            "the query finds something");
        assertEquals(defined, query(upgraded, DEFINED));
        assertEquals(0, now.migrate().migrationsExecuted, "nothing is done twice");
    }
}
