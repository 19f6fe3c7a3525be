package org.agentinbox.retention;

import java.sql.SQLException;

/** One kind of history. Each call is one short transaction; none remembers anything but what the run's place says. */
interface PurgeStep {

    /**
     * Removes, or counts, a portion.
     *
     * @param rows in a transaction
     * @param run with the place of this step, or null at its beginning
     * @return what was done, and where to go on
     */
    Portion next(Rows rows, Run run) throws SQLException;
}
