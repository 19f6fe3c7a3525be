package org.agentinbox.web.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The open sockets of this node by whom they belong to. A person may have any number of them. */
abstract class SocketRegistry<S extends ClientSocket> {

    private final Map<UUID, Set<S>> open = new ConcurrentHashMap<>();

    void add(UUID owner, S socket) {
        open.compute(owner, (id, sockets) -> {
            Set<S> all = sockets == null ? ConcurrentHashMap.newKeySet() : sockets;
            all.add(socket);
            return all;
        });
    }

    int count(UUID owner) {
        return open.getOrDefault(owner, Set.of()).size();
    }

    void remove(UUID owner, S socket) {
        open.computeIfPresent(owner, (id, sockets) -> {
            sockets.remove(socket);
            return sockets.isEmpty() ? null : sockets;
        });
    }

    /**
     * To all sockets of an owner but the one whose frame is being answered in this thread: that one gets its answer. The frame is
     * made only where somebody gets it.
     */
    void send(UUID owner, Supplier<String> frame) {
        Set<S> sockets = owner == null ? Set.of() : open.getOrDefault(owner, Set.of());
        List<S> others = sockets.stream().filter(s -> !s.isAnswering()).toList();
        if (!others.isEmpty()) {
            String text = frame.get();
            others.forEach(s -> s.sender().send(text));
        }
    }

    /** To all sockets of an owner. */
    void sendToAll(UUID owner, String frame) {
        each(owner, s -> s.sender().send(frame));
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    void each(UUID owner, Consumer<S> task) {
        open.getOrDefault(owner, Set.of()).forEach(task);
    }

    Collection<S> all() {
        return open.values().stream().flatMap(Set::stream).toList();
    }
}
