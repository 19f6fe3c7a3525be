package org.agentinbox.conversation.append;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** Messages of which the database did not say whether it stored them, by their client ids; the latest of them. */
final class UnconfirmedMessages {

    private static final int MOST = 10_000;

    private final Set<UUID> clientIds = new LinkedHashSet<>();

    synchronized void add(Collection<UUID> more) {
        clientIds.addAll(more);
        while (clientIds.size() > MOST) {
            clientIds.remove(clientIds.iterator().next());
        }
    }

    /** @return whether it was unconfirmed; from now on it is not */
    synchronized boolean settle(UUID clientId) {
        return clientIds.remove(clientId);
    }
}
