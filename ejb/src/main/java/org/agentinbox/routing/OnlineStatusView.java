package org.agentinbox.routing;

import java.time.Instant;

/**
 * What a visitor who asks now by an entry can expect.
 *
 * @param online whether some agent is eligible: available, reachable and below the limit of chats. It need not be one of those whom the
 *     entry names, since routing asks all agents where none of them can take a chat
 * @param own whether one of those whom the entry names is eligible; all agents are named by an entry that names nobody
 * @param backAt where no agent is available and reachable: when hours, less days off, next make one available; null where they never do,
 *     and where all agents are only at their limit
 * @param waiting how many visitors wait in the entry's queue; 0 where it has none
 */
public record OnlineStatusView(boolean online, boolean own, Instant backAt, int waiting) {

    /** @throws IllegalArgumentException where somebody whom the entry names is there, and nobody is */
    public OnlineStatusView {
        if (own && !online) {
            throw new IllegalArgumentException("own, but not online");
        }
    }
}
