package org.agentinbox.platform.securitylog;

import java.util.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Writes security events, one line each, in a category of their own that administrators can send elsewhere. */
@ApplicationScoped
public class SecurityLog {

    private static final Logger LOG = Logger.getLogger("org.agentinbox.security");

    @Inject
    private Event<SecurityEvent> events;

    /** @param event what the caller's transaction does: logged once it has committed, not at all where it does not; at once without one */
    public void done(SecurityEvent event) {
        events.fire(event);
    }

    /** @param event what was refused: logged at once, whatever becomes of the transaction */
    public void refused(SecurityEvent event) {
        warn(event);
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) SecurityEvent event) {
        LOG.info(event::line);
    }

    /** @param event what was refused before any service was reached */
    public static void warn(SecurityEvent event) {
        LOG.warning(event::line);
    }
}
