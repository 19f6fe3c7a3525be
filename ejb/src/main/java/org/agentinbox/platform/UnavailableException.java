package org.agentinbox.platform;

import jakarta.ejb.ApplicationException;

/** The database did not answer: nothing is known to be stored, and the same request with the same client id may be sent again. */
@ApplicationException(rollback = true)
public class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
