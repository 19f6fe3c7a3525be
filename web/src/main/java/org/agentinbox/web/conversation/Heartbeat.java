package org.agentinbox.web.conversation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

import org.agentinbox.availability.Presence;
import org.agentinbox.platform.securitylog.LogText;
import org.agentinbox.platform.securitylog.LoggedException;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.websocket.Session;

/**
 * Within every 10 s pings all sockets of this node, closes silent ones, and stores when each agent's inbox was last heard of. The pings of
 * visitors are spread over the seconds, because many thousands at once would delay messages.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Heartbeat {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class.getName());
    private static final int PERIOD_SECONDS = 10;
    /** Clients have answered the pings by then, so that what is stored is fresh: one lost ping makes nobody unreachable. */
    private static final int ANSWERED_WITHIN_SECONDS = 2;
    private static final Map<String, ClientSocket> OPEN = new ConcurrentHashMap<>();

    @Inject
    private AgentSockets agents;
    @EJB
    private Presence presence;
    @Resource
    private ManagedScheduledExecutorService executor;
    private ScheduledFuture<?> timer;
    private int second;

    static void register(Session session, ClientSocket socket) {
        OPEN.put(session.getId(), socket);
    }

    static void unregister(Session session) {
        OPEN.remove(session.getId());
    }

    @PostConstruct
    void start() {
        timer = executor.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
    }

    /** An executor stops a periodic task that throws, so failures of one socket must not leave this method. */
    void beat() {
        second = (second + 1) % PERIOD_SECONDS;
        OPEN.entrySet().stream().filter(open -> turn(open) == second).map(Map.Entry::getValue).forEach(Heartbeat::keepAlive);
        if (second == 0) {
            tellSoon();
        }
    }

    private static void keepAlive(ClientSocket socket) {
        try {
            socket.keepAlive();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOG.log(Level.WARNING, "A socket could not be asked for a sign of life", LoggedException.of(e));
        }
    }

    private void tellSoon() {
        try {
            executor.schedule(this::tell, ANSWERED_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Presence cannot be told now", LoggedException.of(e));
        }
    }

    /** Inboxes are all pinged in the same second, so that what is stored of them is equally fresh. */
    private static int turn(Map.Entry<String, ClientSocket> open) {
        return open.getValue() instanceof VisitorSocket ? Math.floorMod(open.getKey().hashCode(), PERIOD_SECONDS) : 0;
    }

    private void tell() {
        try {
            presence.seen(agents.all().stream().collect(Collectors.toMap(AgentSocket::connectionId, AgentSocket::silentFor)));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Presence could not be stored: {0}", LogText.oneLine(e.toString()));
        }
    }
}
