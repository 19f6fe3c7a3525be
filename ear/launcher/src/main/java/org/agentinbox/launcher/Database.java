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
 * A PostgreSQL from Maven artifacts. It listens on the loopback interface only, keeps its data between starts, and acknowledges a commit
 * only once it is on disk.
 */
public final class Database implements AutoCloseable {

    /** The only user. It has no password, so the database accepts connections from this machine only. */
    public static final String USER = "postgres";

    /** The library locks this file as long as the process that started PostgreSQL lives. */
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
     * @param port to listen at
     * @return the running database
     */
    public static Database start(Path directory, int port) {
        Database database = new Database(directory, port);
        database.start();
        return database;
    }

    /**
     * Starts it, at first or again after {@link #kill}.
     *
     * @throws IllegalStateException where another run uses the same data
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
                // The library turns this off, since it is meant for tests; here an acknowledged message must survive a kill.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "120")
                .setServerConfig("shared_buffers", "256MB")
                // A large purge writes hundreds of MB of write-ahead log. A checkpoint in the middle would slow it down.
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("timezone", "UTC");
            postgres = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start in " + directory + ": " + e.getMessage(), e);
        }
    }

    /**
     * When a run is killed, its PostgreSQL goes on running and keeps the data locked. It is killed here, because a regular stop would wait
     * for connected clients; everything it has acknowledged is on disk.
     */
    private void endOrphan() throws IOException {
        if (isInUse()) {
            throw new IllegalStateException("The data in " + directory + " is in use by another run. Stop that one first.");
        }
        kill();
    }

    /** Returns whether the process that started the PostgreSQL still lives; if so, it holds the lock on this file. */
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
     * @param name of a database; made where missing
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

    /** Kills all its processes at once (SIGKILL), as a power cut would. */
    public void kill() {
        postmaster().ifPresent(parent -> {
            List<ProcessHandle> all = Stream.concat(Stream.of(parent), parent.descendants()).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(process -> process.onExit().orTimeout(30, TimeUnit.SECONDS).join());
        });
        // Closing the library's object would try to stop a process that is gone. The next start cleans up; the lock goes with its file.
        postgres = null;
        try {
            Files.deleteIfExists(directory.resolve(LOCK));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process whose id is in the data directory. After a power cut that id may belong to another program. */
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
            // The library waits for only 5 s. PostgreSQL's last writes may take longer, and the next start may follow at once.
            process.ifPresent(ending -> ending.onExit().completeOnTimeout(ending, 30, TimeUnit.SECONDS).join());
        }
    }
}
