package org.agentinbox.entry;

import java.util.UUID;

import org.agentinbox.platform.RefusedException;

/**
 * How an entry chooses agents.
 *
 * @param agentId with {@link RoutingOption#AGENT} only, else null
 * @param teamId with {@link RoutingOption#TEAM} only, else null
 */
public record EntryRouting(RoutingOption option, UUID agentId, UUID teamId) {

    /** All agents in turn. */
    public static final EntryRouting ROUND_ROBIN = new EntryRouting(RoutingOption.ROUND_ROBIN, null, null);

    /** @throws RefusedException of {@code agent} or {@code team} where one is missing */
    public EntryRouting {
        option = option == null ? RoutingOption.ROUND_ROBIN : option;
        agentId = option == RoutingOption.AGENT ? agentId : null;
        teamId = option == RoutingOption.TEAM ? teamId : null;
        if (option == RoutingOption.AGENT && agentId == null) {
            throw RefusedException.ofField("agent", "choose who gets the chats");
        }
        if (option == RoutingOption.TEAM && teamId == null) {
            throw RefusedException.ofField("team", "choose which team gets the chats");
        }
    }
}
