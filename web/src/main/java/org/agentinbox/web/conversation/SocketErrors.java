package org.agentinbox.web.conversation;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Connections break all day: that is no news. Anything else is. */
final class SocketErrors {

    private static final Logger LOG = Logger.getLogger(SocketErrors.class.getName());

    private SocketErrors() {}

    static void log(Throwable problem) {
        LOG.log(problem instanceof IOException ? Level.FINE : Level.WARNING, "Socket problem", problem);
    }
}
