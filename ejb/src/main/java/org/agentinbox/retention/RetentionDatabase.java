package org.agentinbox.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

/** Lends connections of the caller's transaction; without a transaction, each statement commits by itself. */
@ApplicationScoped
class RetentionDatabase {

    private static final Logger LOG = Logger.getLogger(RetentionDatabase.class.getName());
    /** Lock not available, deadlock, serialization failure: try again later. */
    private static final Set<String> BUSY = Set.of("55P03", "40P01", "40001");

    @Resource(lookup = "java:jboss/datasources/AgentInboxDS")
    private DataSource dataSource;

    /** A lock could not be got; nothing was changed. */
    static final class BusyException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BusyException(SQLException cause) {
            super(cause);
        }
    }

    @FunctionalInterface
    interface Work<T> {
        T in(JdbcSession session) throws SQLException;
    }

    /** Works in the caller's transaction. */
    <T> T with(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.in(new JdbcSession(connection));
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** A connection for many short transactions in a row. It prepares its statements once, while different connections would each do so. */
    PinnedConnection line() {
        return new PinnedConnection();
    }

    private static RuntimeException refused(SQLException e) {
        return BUSY.contains(e.getSQLState()) ? new BusyException(e)
            : new IllegalStateException("The database refused: " + e.getMessage(), e);
    }

    /** A connection outside the container's transactions, to be used by one thread. */
    final class PinnedConnection implements AutoCloseable {

        private final Connection connection;

        private PinnedConnection() {
            try {
                connection = dataSource.getConnection();
            } catch (SQLException e) {
                throw refused(e);
            }
        }

        /** Works in a transaction of its own, which is committed when this returns and rolled back when it throws. */
        <T> T with(Work<T> work) {
            try {
                connection.setAutoCommit(false);
                T result = work.in(new JdbcSession(connection));
                connection.commit();
                return result;
            } catch (SQLException e) {
                undo(e);
                throw refused(e);
            } catch (RuntimeException e) {
                undo(e);
                throw e;
            }
        }

        private void undo(Exception because) {
            try {
                connection.rollback();
            } catch (SQLException e) {
                because.addSuppressed(e);
            }
        }

        /** Returns the connection. A failure is ignored, because whoever worked with a broken connection has had the error already. */
        @Override
        public void close() {
            try (connection) {
                connection.setAutoCommit(true);
            } catch (SQLException e) {
                LOG.log(Level.FINE, "A connection could not be given back", e);
            }
        }
    }
}
