package org.agentinbox.it.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.agentinbox.it.support.Installation;

/** Adds live agents to those of the demo data, with the same password. */
final class BenchAgents {

    private BenchAgents() {}

    static List<String> create(Installation installation, int count) throws SQLException {
        List<String> names = IntStream.range(0, count).mapToObj(i -> "bench" + i).toList();
        try (Connection connection = installation.connect()) {
            for (String name : names) {
                UUID id = UUID.randomUUID();
                insert(connection,
                    "INSERT INTO account SELECT ?, 0, '" + name + "', '" + name + "', NULL, password_hash, false, true, NULL, now() "
                        + "FROM account WHERE user_name = 'ana'",
                    id);
                insert(connection, "INSERT INTO account_role VALUES (?, 'LIVE_AGENT')", id);
                insert(connection, "INSERT INTO agent (account_id) VALUES (?)", id);
            }
        }
        return names;
    }

    private static void insert(Connection connection, String sql, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.executeUpdate();
        }
    }

    static int reachable(Installation installation) throws SQLException {
        try (Connection connection = installation.connect(); Statement statement = connection.createStatement();
            ResultSet row = statement.executeQuery("SELECT count(*) FROM agent a WHERE override_available "
                + "AND EXISTS (SELECT FROM agent_connection c WHERE c.agent_id = a.account_id)")) {
            row.next();
            return row.getInt(1);
        }
    }
}
