package org.agentinbox.retention;

import java.sql.SQLException;

/** One kind of history. Each call is one short transaction; none remembers anything but what the run's place says. */
interface PurgeStep {

    /**
     * Removes, or counts, a chunk.
     *
     * @param session in a transaction
     * @param run with the place of this step, or null at its beginning
     * @return what was done, and where to go on
     */
    PurgeChunk next(JdbcSession session, PurgeRun run) throws SQLException;
}
