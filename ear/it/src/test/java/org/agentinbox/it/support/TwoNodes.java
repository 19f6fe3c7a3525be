package org.agentinbox.it.support;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.agentinbox.launcher.ClusterKey;
import org.agentinbox.launcher.Database;

/** Two servers of one cluster on one PostgreSQL, with demo data. Nobody is available, and nobody has working hours. */
public final class TwoNodes implements AutoCloseable {

    private final Database database;
    private final List<Installation> nodes;

    private TwoNodes(Database database, List<Installation> nodes) {
        this.database = database;
        this.nodes = nodes;
    }

    /**
     * @param name of their directory
     * @return both nodes, ready to serve and in one group
     */
    public static TwoNodes start(String name) {
        Path directory = Installation.directory(name);
        Installation.layDemoIfKnown(directory.resolve("postgres"));
        Database database = Database.start(directory.resolve("postgres"), TestPorts.free());
        ClusterKey key = ClusterKey.make(directory.resolve("cluster.p12"));
        TwoNodes two = new TwoNodes(database, Stream.of("a", "b").map(node -> Installation.node(database, directory, node, key)).toList());
        two.ready();
        two.a().query("DELETE FROM agent_block");
        return two;
    }

    /** Starts nodes that a test has killed, and returns when both serve again. */
    public void ready() {
        List<Installation> down = nodes.stream().filter(node -> !node.server().isRunning()).toList();
        down.forEach(node -> node.server().start());
        down.forEach(Installation::awaitReady);
        People.nobodyIsAvailable(a());
        a().query("DELETE FROM agent_connection");
    }

    public Installation a() {
        return nodes.get(0);
    }

    public Installation b() {
        return nodes.get(1);
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.server().close());
        database.close();
    }
}
