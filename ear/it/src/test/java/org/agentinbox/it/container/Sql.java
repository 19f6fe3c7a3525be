package org.agentinbox.it.container;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Runs SQL from inside the server. */
final class Sql {

    private Sql() {}

    /** Runs a statement and returns the first column of the first row as text; null where there is no row. */
    static String run(String sql, Object... parameters) {
        try (Connection connection = connect(); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            if (!statement.execute()) {
                return null;
            }
            ResultSet rows = statement.getResultSet();
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            // The driver's message does not tell a timeout from a connection that was closed; its cause does.
            throw new AssertionError(e.getMessage() + " Cause: " + e.getCause(), e);
        }
    }

    /** Returns the present version of an account. */
    static int version(UUID account) {
        return Integer.parseInt(run("SELECT version FROM account WHERE id = ?", account));
    }

    static Connection connect() throws SQLException {
        return dataSource().getConnection();
    }

    private static DataSource dataSource() {
        try {
            return InitialContext.doLookup("java:jboss/datasources/AgentInboxDS");
        } catch (NamingException e) {
            throw new AssertionError(e);
        }
    }
}
