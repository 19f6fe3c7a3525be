package org.agentinbox.platform;

import jakarta.ejb.ApplicationException;

/** The database did not answer. It is not known whether anything was stored; the request may be sent again with the same client id. */
@ApplicationException(rollback = true)
public class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
