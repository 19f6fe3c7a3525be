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
import java.util.stream.Stream;

import org.agentinbox.it.support.clock.MovableClockProducer;
import org.agentinbox.launcher.ClusterKey;
import org.agentinbox.launcher.Database;
import org.agentinbox.launcher.Server;

/** A PostgreSQL and a server with the EAR for tests, in a directory of its own that is empty at first, on free ports. */
public final class Installation implements AutoCloseable {

    private static final Path WORK = Path.of(System.getProperty("agentinbox.it.work", "target/it")).toAbsolutePath();
    private static final Path HOME = Path.of(System.getProperty("agentinbox.server.home", "../target/server")).toAbsolutePath();
    private static final Path EAR = Path.of(System.getProperty("agentinbox.ear", "../target/agent-inbox.ear")).toAbsolutePath();
    /** Options for the Java virtual machine of all servers in tests, separated by blanks; empty for benchmarks. */
    public static final String SERVER_OPTIONS = System.getProperty("agentinbox.it.server.options", "");
    private static final int HTTP = 8080;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** The zone of the shared installation's reports. On one day of each year its clocks skip midnight. */
    public static final ZoneId ZONE = ZoneId.of("America/Santiago");
    /** A page at this port of localhost may embed the widget of the shared installation. */
    public static final int CUSTOMER_PORT = TestPorts.free();
    /** The port of the tests' push service, see {@link PushService}. */
    public static final int PUSH_PORT = TestPorts.free();
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
        Path directory = directory(name);
        Path data = directory.resolve("postgres");
        boolean demo = "true".equals(settings.get("agentinbox.demo"));
        if (demo) {
            layDemoIfKnown(data);
        }
        database = Database.start(data, TestPorts.free());
        url = database.url("agentinbox");
        server = server(directory.resolve("server")).onDatabase(url);
        settings.forEach(server::with);
        clock = movable ? movableClock(directory) : null;
        try {
            startServer();
            // The demo agents have working hours; with them, who is available would depend on when the tests run.
            query("DELETE FROM agent_block");
            if (demo && template == null) {
                clear(WORK.resolve("template"));
                template = Template.take(data, url, WORK.resolve("template"));
            }
        } catch (IllegalStateException e) {
            // A server that failed to start need not be stopped.
            if (server.isRunning()) {
                server.kill();
            }
            close();
            throw e;
        }
    }

    private Installation(Database database, Server server) {
        this.database = database;
        this.server = server;
        url = database.url("agentinbox");
        clock = null;
    }

    /** Makes one of several nodes, without starting it. */
    static Installation node(Database database, Path directory, String node, ClusterKey key) {
        Server server = server(directory.resolve(node)).onDatabase(database.url("agentinbox")).with("agentinbox.demo", "true");
        int port = TestPorts.free();
        // Failure detection listens at the next one.
        TestPorts.free();
        return new Installation(database, server.asNode(node, port - (server.address().getPort() - HTTP), key));
    }

    /** Makes a server with the settings of all tests. */
    private static Server server(Path base) {
        // Far apart, so that two builds on one machine hardly ever try the same ports.
        Server server = new Server(HOME, base, TestPorts.offset());
        Stream.of(SERVER_OPTIONS.split(" ")).filter(option -> !option.isBlank()).forEach(server::withOption);
        // No purge may start at a set hour while tests run; tests that need one start it themselves.
        server.with("agentinbox.batch.purge-at", "off");
        // Tests share sign-ins for the whole run.
        server.with("agentinbox.sign-in.idle", "PT12H");
        // All tests call from one address, so its limits would be reached.
        List.of("sockets.per-address", "new-visitors.per-address", "chat-requests.per-address", "chat-requests.per-visitor",
            "key-tries.per-address").forEach(limit -> server.with("agentinbox." + limit, "1000000"));
        return server;
    }

    private MovableClock movableClock(Path directory) {
        MovableClock hands = new MovableClock(directory);
        server.with(MovableClockProducer.FILE, hands.file().toString()).deploying(MovableClock.ear(EAR, directory));
        return hands;
    }

    /**
     * The installation that most tests share, with demo data. It is started at the first call and stopped when the JVM ends.
     *
     * @return the installation, ready to serve
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
            // Leads see their teams' chats, which the tests of what agents see do not expect of them.
            shared.query("UPDATE team SET lead_id = NULL");
        }
        return shared;
    }

    /**
     * The installation shared by tests that kill it, add agents or change the order of offers, with demo data and default settings.
     *
     * @return the installation, ready to serve whatever the test before did to it; no agent is available and no chat is open
     */
    public static synchronized Installation killed() {
        if (killed == null) {
            killed = kept(start("killed", Map.of("agentinbox.demo", "true")));
        }
        killed.revive();
        People.nobodyIsAvailable(killed);
        // A killed server leaves these rows behind until they are too old to count.
        killed.query("DELETE FROM agent_connection");
        return killed;
    }

    /**
     * The installation shared by tests that move its clock, always forward, with demo data.
     *
     * @return the installation, ready to serve
     */
    public static synchronized Installation movable() {
        if (movable == null) {
            movable = kept(new Installation("movable", Map.of("agentinbox.demo", "true", "agentinbox.sign-in.duration", "P30D",
                "agentinbox.sign-in.idle", "P30D", "agentinbox.chat.idle-timeout", "P1D"), true));
        }
        return movable;
    }

    /**
     * The installation shared by tests that act as its reverse proxy, with demo data: it trusts their {@code X-Forwarded-…} headers.
     *
     * @return the installation, ready to serve
     */
    public static synchronized Installation proxied() {
        if (proxied == null) {
            proxied = kept(start("proxied", Map.of("agentinbox.demo", "true", "agentinbox.proxies", "127.0.0.1")));
        }
        return proxied;
    }

    /** @return an empty place for a directory of this name */
    static Path directory(String name) {
        Path directory = WORK.resolve(name);
        clear(directory);
        return directory;
    }

    /**
     * Fills a data directory with the demo data, for a database that the caller starts.
     *
     * @param data the directory; what is in it is deleted
     */
    public static synchronized void layDemo(Path data) {
        if (template == null) {
            shared();
        }
        clear(data);
        template.copyTo(data);
    }

    /** Fills a new data directory with the demo data, unless the servers are the first to make them: then these fill it. */
    static synchronized void layDemoIfKnown(Path data) {
        if (template != null) {
            template.copyTo(data);
        }
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
     * Starts an installation for one test, which has to close it.
     *
     * @param name of its directory
     * @param settings system properties
     * @return the installation, ready to serve
     */
    public static Installation start(String name, Map<String, String> settings) {
        return new Installation(name, settings, false);
    }

    /**
     * Deletes a directory with everything in it.
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

    /** @return the address of the inbox, ending in a slash */
    public URI address() {
        return server.address();
    }

    /** @return the origin of the product's own pages */
    public String origin() {
        return "http://" + address().getAuthority();
    }

    public Server server() {
        return server;
    }

    public Database database() {
        return database;
    }

    /** @return its movable clock; null unless it is {@link #movable} */
    public MovableClock clock() {
        return clock;
    }

    /** @return a new connection to the database */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, Database.USER, "");
    }

    /** Starts the server, also after a kill, and returns when it is ready to serve. */
    public void startServer() {
        server.start();
        awaitReady();
    }

    void awaitReady() {
        server.awaitReady(PATIENCE);
    }

    /** @return the first column of each row of a query, as text */
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
