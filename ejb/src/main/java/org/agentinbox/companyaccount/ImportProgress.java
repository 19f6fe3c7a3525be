package org.agentinbox.companyaccount;

import java.time.Instant;
import java.util.UUID;

/**
 * The import that runs, or the last one.
 *
 * @param state what it does, or how it ended
 * @param begunBy who began it; null where a program did, or where that account is gone
 * @param linesDone how many lines were read, or stored
 * @param linesTotal how many lines the file has
 * @param wrong how much is wrong with the file
 */
public record ImportProgress(State state, UUID begunBy, Instant begunAt, int linesDone, int linesTotal, int wrong) {

    /** What an import does, or how it ended. The names are stored. */
    public enum State {
        /** It reads the file. */
        READING,
        /** It stores the lines beside the list. */
        STORING,
        /** The list is the file's. */
        DONE,
        /** Something was wrong with the file, and the list is as before. */
        REFUSED,
        /** The server could not go on, and the list is as before. */
        FAILED
    }

    /** @return whether it has not ended */
    public boolean isRunning() {
        return state == State.READING || state == State.STORING;
    }
}
