package org.agentinbox.platform;

import jakarta.ejb.ApplicationException;

/** The database did not answer: nothing is known to be stored, and the same request with the same client id may be sent again. */
@ApplicationException(rollback = true)
public class UnavailableException extends RuntimeException {

    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
