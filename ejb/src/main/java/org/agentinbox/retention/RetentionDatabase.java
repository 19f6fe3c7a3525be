package org.agentinbox.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

/** Lends connections to the caller's transaction; without one, each statement is its own. */
@ApplicationScoped
class RetentionDatabase {

    /** Lock not available, deadlock, serialization failure: try again. */
    private static final Set<String> BUSY = Set.of("55P03", "40P01", "40001");

    @Resource(lookup = "java:jboss/datasources/AgentInboxDS")
    private DataSource dataSource;

    /** Somebody was in the way; nothing happened. */
    static final class BusyException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BusyException(SQLException cause) {
            super(cause);
        }
    }

    @FunctionalInterface
    interface Work<T> {
        T in(Rows rows) throws SQLException;
    }

    <T> T with(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.in(new Rows(connection));
        } catch (SQLException e) {
            throw BUSY.contains(e.getSQLState()) ? new BusyException(e) : new IllegalStateException("The database refused: " + e.getMessage(), e);
        }
    }
}
