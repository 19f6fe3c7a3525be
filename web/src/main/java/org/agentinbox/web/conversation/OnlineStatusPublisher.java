package org.agentinbox.web.conversation;

import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.entry.EntryView;
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
 * Tells the visitors of this node whether a chat can be taken by the entry of their page. It polls every 2 s while any visitors are
 * connected, and sends changes. It polls because agents also change on other nodes, and because some changes come by time alone.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class OnlineStatusPublisher {

    private static final Logger LOG = Logger.getLogger(OnlineStatusPublisher.class.getName());
    private static final int PERIOD_SECONDS = 2;

    /** What visitors were told, by entry; null while that is not certain. */
    private final AtomicReference<Map<String, OnlineStatusView>> told = new AtomicReference<>();
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

    /**
     * @param entry what the page asked for, or null
     * @return what to tell a visitor whose socket was just added; later changes are sent to it
     */
    public OnlineStatusView current(String entry) {
        Map<String, OnlineStatusView> known = told.get();
        if (known == null) {
            Map<String, OnlineStatusView> seen = onlineStatus.current();
            return told.compareAndSet(null, seen) ? of(seen, entry) : current(entry);
        }
        return of(known, entry);
    }

    /** As routing does: an entry that does not exist or is off is the default one. */
    private static OnlineStatusView of(Map<String, OnlineStatusView> all, String entry) {
        OnlineStatusView one = entry == null ? null : all.get(entry);
        return one == null ? all.get(EntryView.DEFAULT) : one;
    }

    private void publish() {
        try {
            Map<String, OnlineStatusView> seen = visitors.isEmpty() ? null : onlineStatus.current();
            Map<String, OnlineStatusView> before = told.getAndSet(seen);
            if (seen != null && !seen.equals(before)) {
                visitors.all().forEach(socket -> tell(socket, before, seen));
            }
        } catch (RuntimeException e) {
            // The database is not available, which is logged elsewhere; what visitors were told may be outdated.
            told.set(null);
            LOG.log(Level.FINE, "Nobody knows who is there", e);
        }
    }

    private static void tell(VisitorSocket socket, Map<String, OnlineStatusView> beforeOrNull, Map<String, OnlineStatusView> seen) {
        OnlineStatusView now = of(seen, socket.entry());
        if (beforeOrNull == null || !now.equals(of(beforeOrNull, socket.entry()))) {
            socket.sender().send(SocketFrames.presence(now));
        }
    }
}
