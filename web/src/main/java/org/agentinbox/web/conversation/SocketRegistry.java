package org.agentinbox.web.conversation;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The open sockets of this node by their owners. An owner may have any number of them. */
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

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** @return the sockets of an owner; none where they have none here */
    Stream<S> of(UUID owner) {
        return open.getOrDefault(owner, Set.of()).stream();
    }

    Collection<S> all() {
        return open.values().stream().flatMap(Set::stream).toList();
    }
}
