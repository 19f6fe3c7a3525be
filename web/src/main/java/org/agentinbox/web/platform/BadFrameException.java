package org.agentinbox.web.platform;

/** What came is no frame of ours. The connection stays open. */
public class BadFrameException extends RuntimeException {

    BadFrameException(String message) {
        super(message);
    }
}
