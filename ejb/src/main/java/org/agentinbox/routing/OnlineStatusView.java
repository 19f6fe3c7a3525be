package org.agentinbox.routing;

import java.time.Instant;

/**
 * What a visitor who asks now can expect.
 *
 * @param online whether some agent is eligible: available, reachable and below the limit of chats
 * @param backAt where nobody is there: when the hours next make somebody available; null where none do, and where all are just busy
 */
public record OnlineStatusView(boolean online, Instant backAt) {}
