package org.agentinbox.web.conversation;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

import org.agentinbox.routing.AgentAbsence;
import org.agentinbox.routing.AgentAbsences;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
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
 * Tells the visitors of this node when their agent lost the connection, and when there is an agent again. It polls, because an agent's
 * pages may be open on any node.
 */
@Singleton
@Startup
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class AgentAbsencePublisher {

    private static final Logger LOG = Logger.getLogger(AgentAbsencePublisher.class.getName());
    private static final int PERIOD_SECONDS = 1;

    /** The visitor of each chat who was told that the agent is gone. */
    private final Map<UUID, UUID> told = new ConcurrentHashMap<>();
    @Inject
    private VisitorSockets visitors;
    @EJB
    private AgentAbsences absences;
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

    private void publish() {
        try {
            if (!visitors.isEmpty()) {
                tell(absences.all().stream().collect(Collectors.toMap(AgentAbsence::conversationId, AgentAbsence::visitorId)));
            }
        } catch (RuntimeException e) {
            // The database is not available, which is logged elsewhere.
            LOG.log(Level.FINE, "Nobody knows whose agent is gone", e);
        }
    }

    private void tell(Map<UUID, UUID> absent) {
        for (UUID conversation : Set.copyOf(told.keySet())) {
            if (!absent.containsKey(conversation)) {
                send(told.remove(conversation), conversation, true);
            }
        }
        absent.forEach((conversation, visitor) -> {
            if (told.put(conversation, visitor) == null) {
                send(visitor, conversation, false);
            }
        });
    }

    private void send(UUID visitorId, UUID conversationId, boolean present) {
        String frame = SocketFrames.agentPresence(conversationId, present);
        visitors.of(visitorId).forEach(socket -> socket.sender().send(frame));
    }
}
