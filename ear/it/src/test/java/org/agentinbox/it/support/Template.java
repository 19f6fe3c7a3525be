package org.agentinbox.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.agentinbox.launcher.Database;

/**
 * A copy of the database as the first installation with demo data had it: migrated and filled. Later installations begin with a copy, which
 * takes a fraction of the time of migrating and filling. The filling itself is tested by the first installation, and by tests that start
 * without this copy.
 */
final class Template {

    /** The files that belong to the running process or that PostgreSQL makes again when it starts. */
    private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "postmaster.opts", "epg-lock", "pg_internal.init");
    private static final Set<String> EMPTY = Set.of("pg_wal", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp",
        "pg_subtrans");
    private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");
    private final Path data;

    private Template(Path data) {
        this.data = data;
    }

    /**
     * Copies a database while it is in use, by PostgreSQL's online backup.
     *
     * @param running the data directory of the running database
     * @param url its JDBC address
     * @param data the directory for the copy, which does not exist yet
     * @return the copy, which has been started once and stopped cleanly
     */
    static Template take(Path running, String url, Path data) {
        try (Connection connection = DriverManager.getConnection(url, Database.USER, "");
            Statement statement = connection.createStatement()) {
            String first = only(statement, "SELECT pg_walfile_name(pg_backup_start('template', true))");
            copy(running, data);
            String label = only(statement, "SELECT labelfile FROM pg_backup_stop(false)");
            Files.writeString(data.resolve("backup_label"), label);
            try (Stream<Path> log = Files.list(running.resolve("pg_wal"))) {
                for (Path segment : log.filter(file -> SEGMENT.matcher(name(file)).matches() && name(file).compareTo(first) >= 0)
                    .toList()) {
                    Files.copy(segment, data.resolve("pg_wal").resolve(name(segment)));
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Database.start(data, TestPorts.free()).close();
        return new Template(data);
    }

    /** @param data the data directory of a new database, which does not exist yet */
    void copyTo(Path data) {
        try (Stream<Path> log = Files.list(this.data.resolve("pg_wal"))) {
            copy(this.data, data);
            for (Path segment : log.filter(file -> SEGMENT.matcher(name(file)).matches()).toList()) {
                Files.copy(segment, data.resolve("pg_wal").resolve(name(segment)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String only(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.sorted(Comparator.naturalOrder()).toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                boolean left = NOT_COPIED.contains(name(path))
                    || !path.equals(from) && EMPTY.contains(from.relativize(path).getName(0).toString())
                        && !Files.isDirectory(path);
                if (!left) {
                    copyOne(path, target);
                }
            }
        }
    }

    private static void copyOne(Path path, Path target) throws IOException {
        try {
            if (Files.isDirectory(path)) {
                // PostgreSQL refuses a data directory that other users can read.
                Files.createDirectories(target);
                Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(path));
            } else {
                Files.copy(path, target);
            }
        } catch (NoSuchFileException gone) {
            // The running database may delete files meanwhile; the write-ahead log has what was in them.
        }
    }
}
