package org.agentinbox.platform.outbox;

/** What was to be sent will never arrive, however often it is tried. */
public class UndeliverableException extends Exception {

    private static final long serialVersionUID = 1;

    /** @param reason for the log: one line, without what was to be sent */
    public UndeliverableException(String reason) {
        super(reason);
    }

    /**
     * @param reason for the log: one line, without what was to be sent
     * @param cause what showed it
     */
    public UndeliverableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
