package org.agentinbox.web.conversation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.supervision.WatchedChats;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Sends what happens in watched chats to the watchers of this node. Whether they may still watch is asked for each frame, on a separate
 * thread, so that nobody who writes waits for that; one thread, so that frames keep their order. Where too many wait, frames are dropped:
 * clients ask for messages that they lack.
 */
@ApplicationScoped
class WatcherDelivery {

    private static final Logger LOG = Logger.getLogger(WatcherDelivery.class.getName());
    private static final int MOST_WAITING = 2_000;

    @EJB
    private WatchedChats watchedChats;
    @Inject
    private AgentSockets agents;
    @Resource
    private ManagedThreadFactory threads;
    private ThreadPoolExecutor sender;

    @PostConstruct
    void open() {
        sender = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(MOST_WAITING), threads,
            new ThreadPoolExecutor.DiscardPolicy());
        sender.allowCoreThreadTimeOut(true);
    }

    @PreDestroy
    void close() {
        sender.shutdown();
    }

    /** Returns at once. */
    void deliver(UUID conversationId, String frame) {
        List<AgentSocket> sockets = agents.all().stream().filter(socket -> socket.watched().contains(conversationId)).toList();
        if (!sockets.isEmpty()) {
            sender.execute(() -> send(conversationId, frame, sockets));
        }
    }

    private void send(UUID conversationId, String frame, List<AgentSocket> sockets) {
        try {
            Set<UUID> allowed = watchedChats.connections(conversationId);
            sockets.stream().filter(socket -> allowed.contains(socket.connectionId())).forEach(socket -> socket.sender().send(frame));
        } catch (RuntimeException e) {
            // The database is not available, which is logged elsewhere; without an answer nobody is told.
            LOG.log(Level.FINE, "Nobody knows who may watch", e);
        }
    }
}
