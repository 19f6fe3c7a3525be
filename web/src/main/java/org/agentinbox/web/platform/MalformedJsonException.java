package org.agentinbox.web.platform;

/** What came is no frame of ours. The connection stays open. */
public class MalformedJsonException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedJsonException(String message) {
        super(message);
    }
}
