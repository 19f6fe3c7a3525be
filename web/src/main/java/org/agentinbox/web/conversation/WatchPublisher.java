package org.agentinbox.web.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.agentinbox.supervision.WatchView;
import org.agentinbox.supervision.WatchedChats;

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
 * Tells the people of this node who watches which chat: its agent, its leads and sales admins; and tells watchers whose watch is over. It
 * polls, because watchers may be on any node, and a watch also ends because a team has another lead or a connection is lost.
 */
@Singleton
@Startup
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class WatchPublisher {

    private static final Logger LOG = Logger.getLogger(WatchPublisher.class.getName());
    private static final int PERIOD_SECONDS = 1;

    /** What was told of each chat. */
    private final Map<UUID, WatchedChat> told = new ConcurrentHashMap<>();
    @Inject
    private AgentSockets agents;
    @EJB
    private WatchedChats watchedChats;
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
            if (!agents.isEmpty()) {
                // Before the query: what a window watches was stored before it was marked.
                Map<AgentSocket, Set<UUID>> marked = new HashMap<>();
                agents.all().stream().filter(socket -> !socket.watched().isEmpty()).forEach(s -> marked.put(s, s.watched()));
                List<WatchView> watches = watchedChats.all();
                marked.forEach((socket, chats) -> end(socket, chats, watches));
                tell(WatchedChat.of(watches));
            }
        } catch (RuntimeException e) {
            // The database is not available, which is logged elsewhere.
            LOG.log(Level.FINE, "Nobody knows who watches", e);
        }
    }

    private static void end(AgentSocket socket, Set<UUID> chats, List<WatchView> watches) {
        chats.stream().filter(chat -> watches.stream()
            .noneMatch(watch -> watch.conversationId().equals(chat) && watch.connectionId().equals(socket.connectionId())))
            .forEach(chat -> {
                socket.watches(chat, false);
                socket.sender().send(SupervisionFrames.watchEnded(chat));
            });
    }

    private void tell(Map<UUID, WatchedChat> now) {
        for (UUID id : Set.copyOf(told.keySet())) {
            if (!now.containsKey(id)) {
                WatchedChat before = told.remove(id);
                send(new WatchedChat(id, before.agentId(), List.of(), before.leads()));
            }
        }
        now.forEach((id, chat) -> {
            if (!chat.equals(told.put(id, chat))) {
                send(chat);
            }
        });
    }

    private void send(WatchedChat chat) {
        String frame = SupervisionFrames.watchers(chat.conversationId(), chat.watchers());
        Stream<AgentSocket> audience = agents.all().stream().filter(socket -> socket.isSalesAdmin()
            || socket.agentId().equals(chat.agentId()) || chat.leads().contains(socket.agentId()));
        audience.forEach(socket -> socket.sender().send(frame));
    }
}
