package org.agentinbox.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/**
 * The run command: starts the database and the server with demo data, and stops them at Ctrl-C. Settings given as {@code -Dagentinbox.…=}
 * and {@code -Djboss.socket.binding.port-offset=} reach the server. Where the environment variable {@code AGENTINBOX_DB_URL} names a
 * database, that one is used and none is started.
 */
public final class Run {

    private static final String OFFSET = "jboss.socket.binding.port-offset";
    private static final PrintStream OUT = System.out;

    private final Path data;
    private final int offset;
    private final Server server;
    private final Path project;
    private volatile Database database;
    private volatile boolean stopping;

    private Run(Path home, Path data, Path project, int offset) {
        this.project = project;
        this.data = data;
        this.offset = offset;
        this.server = new Server(home, data.resolve("server"), offset);
    }

    /**
     * @param args the folder of the prepared server; the folder for the data, which is kept between runs; and optionally the project's
     *     folder, whose changed sources are then brought into the running server
     */
    public static void main(String[] args) {
        Path project = args.length > 2 ? Path.of(args[2]).toAbsolutePath().normalize() : null;
        Run run = new Run(Path.of(args[0]), Path.of(args[1]).toAbsolutePath().normalize(), project, Integer.getInteger(OFFSET, 0));
        // Registered first, so that a failure later still stops whatever was started.
        Runtime.getRuntime().addShutdownHook(new Thread(run::stop, "stop"));
        try {
            run.start();
        } catch (IllegalStateException | UncheckedIOException e) {
            run.fail("Agent Inbox did not start.", e.getMessage());
        }
        run.showChanges();
        run.awaitEnd();
    }

    private void start() {
        List.of(8080 + offset, 9990 + offset).forEach(this::requireFree);
        OUT.println("Starting Agent Inbox …");
        server.with("agentinbox.demo", "true");
        server.with("agentinbox.secret-key", secretKey());
        System.getProperties().stringPropertyNames().stream()
            .filter(name -> name.startsWith("agentinbox.") || name.startsWith("jboss."))
            .forEach(name -> server.with(name, System.getProperty(name)));
        if (System.getenv("AGENTINBOX_DB_URL") == null) {
            database = Database.start(data.resolve("postgres"), Ports.free());
            server.onDatabase(database.url("agentinbox"));
        }
        if (project != null) {
            server.exploded();
        }
        server.start();
        server.awaitReady(Duration.ofMinutes(3));
        greet();
    }

    /** Returns when the server ends, or at once where no sources were given. */
    private void showChanges() {
        if (project == null) {
            return;
        }
        try {
            DevMode loop = new DevMode(project, server, data.resolve("classes"));
            OUT.println("  Change a source file and save it: a line here says when the server has it.");
            OUT.println();
            loop.run();
        } catch (IOException e) {
            fail("The sources in " + project + " cannot be read.", e.toString());
        }
    }

    /**
     * Made at the first run and kept in a file outside the database, so that the database alone does not reveal the passwords it stores.
     */
    private String secretKey() {
        Path file = data.resolve("secret-key");
        try {
            if (!Files.exists(file)) {
                byte[] key = new byte[32];
                new SecureRandom().nextBytes(key);
                Files.createDirectories(data);
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, Base64.getEncoder().encodeToString(key));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireFree(int port) {
        if (!Ports.isFree(port)) {
            throw new IllegalStateException("Port " + port + " is taken" + server.leftBehind()
                .map(pid -> " by process " + pid + ", the server of an earlier run that was killed. End it: kill " + pid)
                .orElse(". Stop what listens there, or move all ports: mvn -Prun package -D" + OFFSET + "=100"));
        }
    }

    private void awaitEnd() {
        server.await();
        if (!stopping) {
            fail("Agent Inbox has ended by itself.", "See " + server.log());
        }
    }

    private void fail(String what, String why) {
        List.of("", what, why, "").forEach(OUT::println);
        System.exit(1);
    }

    private void stop() {
        stopping = true;
        if (server.isRunning() || database != null) {
            OUT.println("Stopping …");
        }
        server.close();
        if (database != null) {
            database.close();
        }
    }

    private void greet() {
        OUT.println();
        OUT.println("Agent Inbox is ready.");
        OUT.println("  Web site with the widget  " + server.address().resolve("demo/"));
        OUT.println("  The agents' inbox         " + server.address());
        OUT.println("  The server's console      " + server.console());
        OUT.println();
        OUT.println("  Demo accounts, password \"demo\":  ana, ben, chae (live agents), cal (calendar agent),");
        OUT.println("                                   sam (sales admin), mia (marketing admin)");
        OUT.println();
        OUT.println("  Data is kept in " + data + ", the server's log in " + server.log());
        OUT.println("  Ctrl-C ends it.");
        OUT.println();
    }
}
