package org.agentinbox.web.conversation;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.routing.Reception;
import org.agentinbox.routing.ReceptionView;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;

/**
 * Tells the visitors of this node whether somebody is there: looks every 2 s while any are connected, and pushes what changed.
 * Looking beats listening: agents come, go and fill up on other nodes, and some things change because time passes.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ReceptionWatch {

    private static final Logger LOG = Logger.getLogger(ReceptionWatch.class.getName());
    private static final int PERIOD_SECONDS = 2;

    /** What the visitors know; null while it is not certain. */
    private final AtomicReference<ReceptionView> told = new AtomicReference<>();
    @Inject
    private VisitorSockets visitors;
    @EJB
    private Reception reception;
    @Resource
    private ManagedScheduledExecutorService executor;
    private ScheduledFuture<?> timer;

    @PostConstruct
    void start() {
        timer = executor.scheduleWithFixedDelay(this::watch, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
    }

    /** @return what to tell a visitor whose socket was just added; what changes from now on is pushed to it */
    public ReceptionView current() {
        ReceptionView known = told.get();
        if (known != null) {
            return known;
        }
        ReceptionView seen = reception.look();
        return told.compareAndSet(null, seen) ? seen : current();
    }

    private void watch() {
        try {
            ReceptionView seen = visitors.isEmpty() ? null : reception.look();
            ReceptionView before = told.getAndSet(seen);
            if (seen != null && !seen.equals(before)) {
                String frame = Frames.presence(seen);
                visitors.all().forEach(socket -> socket.sender().push(frame));
            }
        } catch (RuntimeException e) {
            // The database is away, and others have said so: what is known gets old.
            told.set(null);
            LOG.log(Level.FINE, "Nobody knows who is there", e);
        }
    }
}
