package org.agentinbox.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The run command: database, server, demo data, until Ctrl-C. Settings given as {@code -Dagentinbox.…=} and
 * {@code -Djboss.socket.binding.port-offset=} reach the server. Where the environment variable {@code AGENTINBOX_DB_URL}
 * names a database, that one is used and none is started.
 */
public final class Run {

    private static final String OFFSET = "jboss.socket.binding.port-offset";
    private static final PrintStream OUT = System.out;

    private Run() {
    }

    /** @param args the prepared server, and where data is kept between runs */
    public static void main(String[] args) {
        Path home = Path.of(args[0]);
        Path data = Path.of(args[1]).toAbsolutePath().normalize();
        int offset = Integer.getInteger(OFFSET, 0);
        requireFree(8080 + offset, 9990 + offset);
        boolean ownDatabase = System.getenv("AGENTINBOX_DB_URL") != null;
        Database database = ownDatabase ? null : Database.start(data.resolve("postgres"), Ports.free());
        Server server = server(home, data, offset, database);
        Thread hook = new Thread(() -> stop(server, database), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            OUT.println("Starting Agent Inbox …");
            server.start();
            server.awaitReady(Duration.ofMinutes(3));
            greet(server, data);
            server.await();
        } catch (IllegalStateException e) {
            fail(e.getMessage());
        }
    }

    private static Server server(Path home, Path data, int offset, Database database) {
        Server server = new Server(home, data.resolve("server"), offset).with("agentinbox.demo", "true");
        System.getProperties().stringPropertyNames().stream()
            .filter(name -> name.startsWith("agentinbox.") || name.startsWith("jboss."))
            .forEach(name -> server.with(name, System.getProperty(name)));
        return database == null ? server : server.onDatabase(database.url("agentinbox"));
    }

    private static void requireFree(int... ports) {
        for (int port : ports) {
            if (!Ports.isFree(port)) {
                fail("Port " + port + " is taken. Stop what listens there, or move all ports: mvn -Prun package -D" + OFFSET + "=100");
            }
        }
    }

    private static void fail(String why) {
        List.of("", "Agent Inbox did not start.", why, "").forEach(OUT::println);
        System.exit(1);
    }

    private static void stop(Server server, Database database) {
        OUT.println("Stopping …");
        server.close();
        if (database != null) {
            database.close();
        }
    }

    private static void greet(Server server, Path data) {
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
