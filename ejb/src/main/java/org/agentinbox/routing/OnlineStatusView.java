package org.agentinbox.routing;

import java.time.Instant;

/**
 * What a visitor who asks now can expect.
 *
 * @param online whether some agent is eligible: available, reachable and below the limit of chats
 * @param backAt where no agent is available and reachable: when the weekly hours next make one available; null where they never do, and
 * where all agents are only at their limit
 */
public record OnlineStatusView(boolean online, Instant backAt) {}
