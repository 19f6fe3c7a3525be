package org.agentinbox.web.platform;

/** A client's message is not a JSON object of the expected form. The connection stays open. */
public class MalformedJsonException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedJsonException(String message) {
        super(message);
    }
}
