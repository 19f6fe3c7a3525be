package org.agentinbox.web.conversation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

import org.agentinbox.availability.Presence;

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

/** Every 10 s: pings all sockets of this node, gives silent ones up, and then tells when each agent's inbox was last heard of. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Heartbeat {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class.getName());
    private static final int PERIOD_SECONDS = 10;
    /** Whoever is there has answered by then, so that what is told is fresh: one lost beat makes nobody unreachable. */
    private static final int ANSWERED_WITHIN_SECONDS = 2;
    private static final Map<String, OpenSocket> OPEN = new ConcurrentHashMap<>();

    @Inject
    private AgentSockets agents;
    @EJB
    private Presence presence;
    @Resource
    private ManagedScheduledExecutorService executor;
    private ScheduledFuture<?> timer;

    static void register(Session session, OpenSocket socket) {
        OPEN.put(session.getId(), socket);
    }

    static void unregister(Session session) {
        OPEN.remove(session.getId());
    }

    @PostConstruct
    void start() {
        timer = executor.scheduleWithFixedDelay(this::beat, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
    }

    private void beat() {
        OPEN.values().forEach(OpenSocket::keepAlive);
        executor.schedule(this::tell, ANSWERED_WITHIN_SECONDS, TimeUnit.SECONDS);
    }

    private void tell() {
        try {
            presence.seen(agents.all().stream().collect(Collectors.toMap(AgentSocket::connectionId, AgentSocket::silentFor)));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Presence could not be stored: {0}", e.toString());
        }
    }
}
