package org.agentinbox.conversation.append;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** The client ids of messages of which the database did not say whether it stored them. Beyond {@value #MOST} the oldest are forgotten. */
final class UnconfirmedMessages {

    private static final int MOST = 10_000;

    private final Set<UUID> clientIds = new LinkedHashSet<>();

    synchronized void add(Collection<UUID> more) {
        clientIds.addAll(more);
        while (clientIds.size() > MOST) {
            clientIds.remove(clientIds.iterator().next());
        }
    }

    /** @return whether the message was unconfirmed; it no longer is */
    synchronized boolean settle(UUID clientId) {
        return clientIds.remove(clientId);
    }
}
