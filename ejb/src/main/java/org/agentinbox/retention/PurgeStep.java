package org.agentinbox.retention;

import java.sql.SQLException;

/** Removes one kind of history. Each call is one short transaction; no state is kept between calls but the run's cursor. */
interface PurgeStep {

    /**
     * Removes, or in a dry run counts, a chunk.
     *
     * @param session in a transaction
     * @param run with the cursor of this step, or null at its beginning
     * @return what was done, and where to continue
     */
    PurgeChunk next(JdbcSession session, PurgeRun run) throws SQLException;
}
