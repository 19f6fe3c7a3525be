package org.agentinbox.web.conversation;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.routing.OnlineStatus;
import org.agentinbox.routing.OnlineStatusView;

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
 * Tells the visitors of this node whether a chat can be taken. It polls every 2 s while any visitors are connected, and sends changes. It
 * polls because agents also change on other nodes, and because some changes come by time alone.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class OnlineStatusPublisher {

    private static final Logger LOG = Logger.getLogger(OnlineStatusPublisher.class.getName());
    private static final int PERIOD_SECONDS = 2;

    /** What visitors were told; null while that is not certain. */
    private final AtomicReference<OnlineStatusView> told = new AtomicReference<>();
    @Inject
    private VisitorSockets visitors;
    @EJB
    private OnlineStatus onlineStatus;
    @Resource
    private ManagedScheduledExecutorService executor;
    private ScheduledFuture<?> timer;

    @PostConstruct
    void start() {
        timer = executor.scheduleWithFixedDelay(this::publish, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
    }

    /** @return what to tell a visitor whose socket was just added; later changes are sent to it */
    public OnlineStatusView current() {
        OnlineStatusView known = told.get();
        if (known != null) {
            return known;
        }
        OnlineStatusView seen = onlineStatus.current();
        return told.compareAndSet(null, seen) ? seen : current();
    }

    private void publish() {
        try {
            OnlineStatusView seen = visitors.isEmpty() ? null : onlineStatus.current();
            OnlineStatusView before = told.getAndSet(seen);
            if (seen != null && !seen.equals(before)) {
                String frame = SocketFrames.presence(seen);
                visitors.all().forEach(socket -> socket.sender().send(frame));
            }
        } catch (RuntimeException e) {
            // The database is not available, which is logged elsewhere; what visitors were told may be outdated.
            told.set(null);
            LOG.log(Level.FINE, "Nobody knows who is there", e);
        }
    }
}
