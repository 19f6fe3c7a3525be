package org.agentinbox.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import org.agentinbox.it.support.clock.MovableClockProducer;
import org.agentinbox.launcher.Database;
import org.agentinbox.launcher.Ports;
import org.agentinbox.launcher.Server;

/** A PostgreSQL and a server with the EAR, for tests: in a directory of its own, empty at first, on free ports. */
public final class Installation implements AutoCloseable {

    private static final Path WORK = Path.of(System.getProperty("agentinbox.it.work", "target/it")).toAbsolutePath();
    private static final Path HOME = Path.of(System.getProperty("agentinbox.server.home", "../target/server")).toAbsolutePath();
    private static final Path EAR = Path.of(System.getProperty("agentinbox.ear", "../target/agent-inbox.ear")).toAbsolutePath();
    /** Of the Java virtual machines of all servers of tests, one after the other with blanks between; none for benchmarks. */
    public static final String SERVER_OPTIONS = System.getProperty("agentinbox.it.server.options", "");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Whose days the shared installation's reports have: on one day of each year its clocks skip midnight. */
    public static final ZoneId ZONE = ZoneId.of("America/Santiago");
    /** A page at this port of localhost may embed the widget of the shared installation. */
    public static final int CUSTOMER_PORT = Ports.free();
    /** The push service of the tests listens here, see {@link PushService}. */
    public static final int PUSH_PORT = Ports.free();
    private static Installation shared;
    private static Installation killed;
    private static Installation movable;
    private static Installation proxied;
    private static Template template;

    private final Database database;
    private final Server server;
    private final String url;
    private final MovableClock clock;

    private Installation(String name, Map<String, String> settings, boolean movable) {
        Path directory = WORK.resolve(name);
        clear(directory);
        Path data = directory.resolve("postgres");
        boolean demo = "true".equals(settings.get("agentinbox.demo"));
        if (demo && template != null) {
            template.copyTo(data);
        }
        database = Database.start(data, Ports.free());
        url = database.url("agentinbox");
        // Far apart, so that two builds on one machine hardly ever reach for the same ports.
        server = new Server(HOME, directory.resolve("server"), Ports.freeOffset(1_000 + 100 * ThreadLocalRandom.current().nextInt(100)))
            .onDatabase(url);
        Stream.of(SERVER_OPTIONS.split(" ")).filter(option -> !option.isBlank()).forEach(server::withOption);
        // No purge at an hour that happens to come while tests run: those that want one start it.
        server.with("agentinbox.batch.purge-at", "off");
        // Tests share sign-ins for as long as they run.
        server.with("agentinbox.sign-in.idle", "PT12H");
        // All that tests do comes from one address.
        List.of("sockets.per-address", "new-visitors.per-address", "chat-requests.per-address", "chat-requests.per-visitor",
            "key-tries.per-address").forEach(limit -> server.with("agentinbox." + limit, "1000000"));
        settings.forEach(server::with);
        clock = movable ? movableClock(directory) : null;
        try {
            startServer();
            // The demo's agents have hours: who is available would depend on when the tests run.
            query("DELETE FROM agent_block");
            if (demo && template == null) {
                clear(WORK.resolve("template"));
                template = Template.take(data, url, WORK.resolve("template"));
            }
        } catch (IllegalStateException e) {
            // One that did not start is not asked to stop.
            if (server.isRunning()) {
                server.kill();
            }
            close();
            throw e;
        }
    }

    private MovableClock movableClock(Path directory) {
        MovableClock hands = new MovableClock(directory);
        server.with(MovableClockProducer.FILE, hands.file().toString()).deploying(MovableClock.ear(EAR, directory));
        return hands;
    }

    /**
     * The installation that tests share, with demo data. Started at the first call, stopped when the JVM ends.
     *
     * @return it, ready to serve
     */
    public static synchronized Installation shared() {
        if (shared == null) {
            int summaries = SummaryEndpoint.start();
            shared = kept(start("shared", Map.of("agentinbox.demo", "true", "agentinbox.offer.timeout", "PT15S",
                "agentinbox.summary.endpoint", "http://127.0.0.1:" + summaries + "/v1", "agentinbox.summary.model",
                SummaryEndpoint.MODEL,
                "agentinbox.summary.api-key", SummaryEndpoint.KEY, "agentinbox.batch.zone", ZONE.getId(),
                "agentinbox.push.hosts", "fcm.googleapis.com,http://127.0.0.1:" + PUSH_PORT,
                "agentinbox.widget.allowed-origins", "https://www.customer.example,http://localhost:" + CUSTOMER_PORT)));
        }
        return shared;
    }

    /**
     * The installation that tests share which kill it, hire agents or change whose turn it is, with demo data and settings as they come.
     *
     * @return it, ready to serve whatever the test before did to it; nobody is available and no chat is open
     */
    public static synchronized Installation killed() {
        if (killed == null) {
            killed = kept(start("killed", Map.of("agentinbox.demo", "true")));
        }
        killed.revive();
        People.nobodyIsAvailable(killed);
        // A server that was killed leaves them behind, until they are too old to count.
        killed.query("DELETE FROM agent_connection");
        return killed;
    }

    /**
     * The installation that tests share which move its clock, always forward, with demo data.
     *
     * @return it, ready to serve
     */
    public static synchronized Installation movable() {
        if (movable == null) {
            movable = kept(new Installation("movable", Map.of("agentinbox.demo", "true", "agentinbox.sign-in.duration", "P30D",
                "agentinbox.sign-in.idle", "P30D", "agentinbox.chat.idle-timeout", "P1D"), true));
        }
        return movable;
    }

    /**
     * The installation that tests share which speak as its reverse proxy, with demo data: their {@code X-Forwarded-…} headers are believed.
     *
     * @return it, ready to serve
     */
    public static synchronized Installation proxied() {
        if (proxied == null) {
            proxied = kept(start("proxied", Map.of("agentinbox.demo", "true", "agentinbox.proxies", "127.0.0.1")));
        }
        return proxied;
    }

    /**
     * Lays a database with demo data for somebody who starts it.
     *
     * @param data where; what is there goes
     */
    public static synchronized void layDemo(Path data) {
        if (template == null) {
            shared();
        }
        clear(data);
        template.copyTo(data);
    }

    private static Installation kept(Installation installation) {
        Runtime.getRuntime().addShutdownHook(new Thread(installation::close, "stop an installation"));
        return installation;
    }

    private void revive() {
        try {
            connect().close();
        } catch (SQLException dead) {
            database.start();
        }
        if (!server.isRunning()) {
            startServer();
        }
    }

    /**
     * An installation for one test, which closes it.
     *
     * @param name of its directory
     * @param settings system properties
     * @return it, ready to serve
     */
    public static Installation start(String name, Map<String, String> settings) {
        return new Installation(name, settings, false);
    }

    /**
     * Deletes a directory with all that is in it.
     *
     * @param directory may be missing
     */
    public static void clear(Path directory) {
        try {
            if (Files.exists(directory)) {
                try (Stream<Path> old = Files.walk(directory)) {
                    for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return where the inbox is, ending in a slash */
    public URI address() {
        return server.address();
    }

    /** @return the origin of our own pages */
    public String origin() {
        return "http://" + address().getAuthority();
    }

    /** @return the server's process */
    public Server server() {
        return server;
    }

    /** @return the database's process */
    public Database database() {
        return database;
    }

    /** @return the hands of its clock, where it is {@link #movable}, else null */
    public MovableClock clock() {
        return clock;
    }

    /** @return a connection to look into the database */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, Database.USER, "");
    }

    /** Starts the server, at first or after a kill; returns when it serves. */
    public void startServer() {
        server.start();
        server.awaitReady(PATIENCE);
    }

    /** @return the first column of what a query finds, as text */
    public List<String> query(String sql, Object... parameters) {
        try (Connection connection = connect(); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<String> found = new ArrayList<>();
            if (statement.execute()) {
                for (ResultSet rows = statement.getResultSet(); rows.next();) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
