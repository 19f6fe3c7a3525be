package org.agentinbox.platform.deadline;

import java.util.UUID;

/** A handler failed; what it did is rolled back. */
class DeadlineFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final UUID deadline;

    DeadlineFailedException(UUID deadline, String kind, Throwable cause) {
        super("Deadline " + kind + " " + deadline + " could not be answered.", cause);
        this.deadline = deadline;
    }

    UUID deadline() {
        return deadline;
    }
}
