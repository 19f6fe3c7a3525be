package org.agentinbox.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Plain SQL on a connection of the caller's transaction. Values are texts, numbers, booleans, ids, arrays of them, and instants. */
final class JdbcSession {

    /** Maps the current row to a value. */
    @FunctionalInterface
    interface RowMapper<T> {
        T of(ResultSet row) throws SQLException;
    }

    private final Connection connection;

    JdbcSession(Connection connection) {
        this.connection = connection;
    }

    long update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = bound(sql, values)) {
            return statement.executeLargeUpdate();
        }
    }

    <T> List<T> list(RowMapper<T> each, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = bound(sql, values); ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(each.of(rows));
            }
            return found;
        }
    }

    UUID[] ids(String sql, Object... values) throws SQLException {
        return list(row -> row.getObject(1, UUID.class), sql, values).toArray(UUID[]::new);
    }

    long count(String sql, Object... values) throws SQLException {
        return list(row -> row.getLong(1), sql, values).get(0);
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, value(values[i]));
        }
        return statement;
    }

    private Object value(Object value) throws SQLException {
        if (value instanceof UUID[] ids) {
            return connection.createArrayOf("uuid", ids);
        }
        if (value instanceof String[] texts) {
            return connection.createArrayOf("text", texts);
        }
        if (value instanceof Long[] numbers) {
            return connection.createArrayOf("int8", numbers);
        }
        return value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
