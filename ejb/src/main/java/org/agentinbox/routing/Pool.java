package org.agentinbox.routing;

import java.util.Set;
import java.util.UUID;

/**
 * Agents among whom routing chooses, in turn.
 *
 * @param subject the team or the rule; null for the other kinds
 * @param name of the team or the rule; null for the other kinds
 * @param agents who belong to it; null for all
 */
record Pool(PoolKind kind, UUID subject, String name, Set<UUID> agents) {

    static final Pool ALL = new Pool(PoolKind.ALL, null, null, null);

    static Pool of(PoolKind kind, UUID agent) {
        return new Pool(kind, null, null, Set.of(agent));
    }

    /** Under which id the place of its round robin is kept. */
    String rotation() {
        return switch (kind) {
            case ALL -> "ROUND_ROBIN";
            case TEAM, RULE -> kind + ":" + subject;
            // Of one agent there is no order.
            case OWNER, AGENT -> null;
        };
    }
}
