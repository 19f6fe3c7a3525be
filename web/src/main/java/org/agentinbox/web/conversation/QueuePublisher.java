package org.agentinbox.web.conversation;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

import org.agentinbox.routing.QueuePlace;
import org.agentinbox.routing.QueueStatus;

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
 * Tells the visitors of this node who wait in the queue when their place changes. It polls, because the queue moves on other nodes too.
 * How long it takes is told with a new place only, so that a page is not read aloud again and again for some seconds more or less.
 */
@Singleton
@Startup
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class QueuePublisher {

    private static final Logger LOG = Logger.getLogger(QueuePublisher.class.getName());
    private static final int PERIOD_SECONDS = 1;

    private final Map<UUID, Integer> told = new ConcurrentHashMap<>();
    @Inject
    private VisitorSockets visitors;
    @EJB
    private QueueStatus queue;
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
                tell(queue.all().stream().collect(Collectors.toMap(QueuePlace::conversationId, Function.identity())));
            }
        } catch (RuntimeException e) {
            // The database is not available, which is logged elsewhere; the places are told again when it is back.
            told.clear();
            LOG.log(Level.FINE, "Nobody knows who waits", e);
        }
    }

    private void tell(Map<UUID, QueuePlace> places) {
        told.keySet().retainAll(places.keySet());
        places.forEach((conversation, place) -> {
            Integer before = told.put(conversation, place.position());
            if (before == null || before != place.position()) {
                String frame = SocketFrames.queued(place);
                visitors.of(place.visitorId()).forEach(socket -> socket.sender().send(frame));
            }
        });
    }
}
