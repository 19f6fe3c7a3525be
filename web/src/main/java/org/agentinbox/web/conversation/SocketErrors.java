package org.agentinbox.web.conversation;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.platform.securitylog.LoggedException;

/** Logs failures of sockets. Broken connections are normal and logged at a low level; anything else is an error. */
final class SocketErrors {

    private static final Logger LOG = Logger.getLogger(SocketErrors.class.getName());

    private SocketErrors() {}

    static void log(Throwable problem) {
        LOG.log(problem instanceof IOException ? Level.FINE : Level.WARNING, "Socket problem", LoggedException.of(problem));
    }
}
