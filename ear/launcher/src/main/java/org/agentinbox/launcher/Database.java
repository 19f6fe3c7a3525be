package org.agentinbox.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL from Maven artifacts, on the loopback interface, that keeps its data between starts and acknowledges nothing
 * before it is on disk.
 */
public final class Database implements AutoCloseable {

    /** Its only user; it asks for no password, which is why it listens to this machine alone. */
    public static final String USER = "postgres";

    /** Locked by the library while the process that started the PostgreSQL lives. */
    private static final String LOCK = "epg-lock";

    private final Path directory;
    private final int port;
    private EmbeddedPostgres postgres;

    private Database(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /**
     * @param directory where the data is kept; made where missing
     * @param port where it listens
     * @return the running database
     */
    public static Database start(Path directory, int port) {
        Database database = new Database(directory, port);
        database.start();
        return database;
    }

    /**
     * Starts it again after {@link #kill}.
     *
     * @throws IllegalStateException where another run is at the same data
     */
    public void start() {
        try {
            Files.createDirectories(directory);
            endOrphan();
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setServerConfig("listen_addresses", "127.0.0.1")
                // Off by default in what is meant for tests: here an acknowledged message must survive a kill.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "120")
                .setServerConfig("shared_buffers", "256MB")
                // A purge of much history writes hundreds of MB of it: no checkpoint in the midst of that.
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("timezone", "UTC");
            postgres = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start in " + directory + ": " + e.getMessage(), e);
        }
    }

    /**
     * A run that was killed leaves its PostgreSQL behind: nobody would ever stop it, and it lets no other one at the data. It
     * is killed as well, since a gentle end waits for whoever is still connected; what it acknowledged is on disk.
     */
    private void endOrphan() throws IOException {
        if (isInUse()) {
            throw new IllegalStateException("The data in " + directory + " is in use by another run. Stop that one first.");
        }
        kill();
    }

    /** Whether the process that started the PostgreSQL there still lives: the lock on this file ends with it. */
    private boolean isInUse() throws IOException {
        Path file = directory.resolve(LOCK);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE); FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException ours) {
            return true;
        }
    }

    /**
     * @param name of a database, made where missing
     * @return its JDBC address, without a user
     */
    public String url(String name) {
        try (Connection connection = DriverManager.getConnection(jdbc("postgres"), USER, "");
            Statement statement = connection.createStatement()) {
            boolean exists = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'").next();
            if (!exists) {
                statement.execute("CREATE DATABASE " + name);
            }
            return jdbc(name);
        } catch (SQLException e) {
            throw new IllegalStateException("Database " + name + " could not be made", e);
        }
    }

    private String jdbc(String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    /** Kills it the hard way, all its processes at once, as a power cut would. */
    public void kill() {
        postmaster().ifPresent(parent -> {
            List<ProcessHandle> all = Stream.concat(Stream.of(parent), parent.descendants()).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(process -> process.onExit().orTimeout(30, TimeUnit.SECONDS).join());
        });
        // Not closed: closing would ask the killed one to stop. A new start finds what the kill left; the lock goes with its file.
        postgres = null;
        try {
            Files.deleteIfExists(directory.resolve(LOCK));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process that the data directory names; after a power cut its number may be that of something else. */
    private Optional<ProcessHandle> postmaster() {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readAllLines(directory.resolve("postmaster.pid")).get(0).strip()))
                .filter(process -> process.info().command().orElse("").contains("postgres"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        if (postgres != null) {
            Optional<ProcessHandle> process = postmaster();
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            // The library waits for 5 s only, but its last writes may take longer, and the next start comes at once.
            process.ifPresent(ending -> ending.onExit().completeOnTimeout(ending, 30, TimeUnit.SECONDS).join());
        }
    }
}
