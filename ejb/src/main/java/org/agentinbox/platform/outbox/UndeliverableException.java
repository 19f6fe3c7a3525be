package org.agentinbox.platform.outbox;

/** A message can never be delivered, however often it is tried. */
public class UndeliverableException extends Exception {

    private static final long serialVersionUID = 1;

    /** @param reason for the log: one line, without the message's content */
    public UndeliverableException(String reason) {
        super(reason);
    }

    /**
     * @param reason for the log: one line, without the message's content
     * @param cause the failure that showed it
     */
    public UndeliverableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
