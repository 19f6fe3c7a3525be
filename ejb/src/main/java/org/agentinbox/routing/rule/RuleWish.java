package org.agentinbox.routing.rule;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.platform.RefusedException;

/**
 * What a custom rule should be.
 *
 * @param name 1 to 100 characters, unlike that of any other rule whatever the case of its letters
 * @param active whether it is tried
 * @param matching how many conditions must hold
 * @param conditions at most 20; at least one with {@link RuleMatching#ANY}
 * @param agents who gets the chats, in turn; empty where a team does
 * @param teamId the team that gets the chats, or null
 */
public record RuleWish(String name, boolean active, RuleMatching matching, List<Condition> conditions, Set<UUID> agents, UUID teamId) {

    static final int MOST_CONDITIONS = 20;

    /** @throws RefusedException of {@code conditions} or {@code agents} */
    public RuleWish {
        conditions = List.copyOf(conditions);
        agents = teamId == null ? Set.copyOf(agents) : Set.of();
        if (conditions.size() > MOST_CONDITIONS || conditions.isEmpty() && matching == RuleMatching.ANY) {
            throw RefusedException.ofField("conditions", "at most " + MOST_CONDITIONS + ", and at least one where any of them decides");
        }
        if (teamId == null && agents.isEmpty()) {
            throw RefusedException.ofField("agents", "agents or a team");
        }
    }

    /** @return whether it matches a request */
    public boolean matches(RequestFacts facts) {
        return matching == RuleMatching.ALL ? conditions.stream().allMatch(c -> c.holds(facts))
            : conditions.stream().anyMatch(c -> c.holds(facts));
    }

    /** @return whether no request can match; false where that cannot be told */
    boolean neverMatches() {
        return matching == RuleMatching.ALL
            && conditions.stream().anyMatch(one -> conditions.stream().anyMatch(one::contradicts));
    }

    /** @return whether each request that the other one matches is matched by this one too; false where that cannot be told */
    boolean covers(RuleWish other) {
        if (matching == RuleMatching.ALL) {
            return conditions.stream().allMatch(other::isSureOf);
        }
        return other.matching == RuleMatching.ALL ? conditions.stream().anyMatch(other::isSureOf)
            : other.conditions.stream().allMatch(theirs -> conditions.stream().anyMatch(theirs::implies));
    }

    /** Whether a condition holds for each request that this rule matches. */
    private boolean isSureOf(Condition condition) {
        return matching == RuleMatching.ALL ? conditions.stream().anyMatch(own -> own.implies(condition))
            : conditions.stream().allMatch(own -> own.implies(condition));
    }
}
