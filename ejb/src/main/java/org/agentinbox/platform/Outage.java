package org.agentinbox.platform;

import java.io.IOException;
import java.sql.SQLException;

/** Tells failures of the database, and of the connection to it, from errors in the code. */
public final class Outage {

    private Outage() {}

    /**
     * @param failure anything that was thrown
     * @return whether it comes from the database, which may be back in a moment
     */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException || cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}
