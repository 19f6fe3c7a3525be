package org.agentinbox.routing;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.entry.EntryWay;
import org.agentinbox.routing.rule.RuleView;
import org.agentinbox.team.TeamView;

/**
 * Whether a chat can be taken, by each entry, at one instant.
 *
 * @param eligible the agents who can take a chat now
 * @param backAt when somebody is there again; null where somebody is, and where that is not known
 * @param waiting how many visitors wait, by entry; an entry for which nobody waits is missing
 * @param teams all that are needed
 * @param rules all that are needed
 */
record OnlineStatuses(Set<UUID> eligible, Instant backAt, Map<String, Integer> waiting, List<TeamView> teams, List<RuleView> rules) {

    Map<String, OnlineStatusView> of(Collection<EntryWay> ways) {
        Map<String, OnlineStatusView> all = new HashMap<>();
        ways.forEach(way -> all.put(way.key(), new OnlineStatusView(!eligible.isEmpty(), ownIsThere(way), backAt,
            way.queues() ? waiting.getOrDefault(way.key(), 0) : 0)));
        return all;
    }

    /** Whether one of the agents is eligible whom routing may ask before it asks all. Which rule matches is known only with the request. */
    private boolean ownIsThere(EntryWay way) {
        return named(way).map(agents -> agents.stream().anyMatch(eligible::contains)).orElse(!eligible.isEmpty());
    }

    /** Empty where the entry names nobody, and so everybody. */
    private Optional<Set<UUID>> named(EntryWay way) {
        return switch (way.routing().option()) {
            case ROUND_ROBIN -> Optional.empty();
            case AGENT -> Optional.of(Set.of(way.routing().agentId()));
            case TEAM -> Optional.of(members(way.routing().teamId()));
            case RULES -> byRules();
        };
    }

    private Optional<Set<UUID>> byRules() {
        Set<UUID> agents = new HashSet<>();
        List<RuleView> on = rules.stream().filter(rule -> rule.is().active()).toList();
        on.forEach(rule -> agents.addAll(rule.is().teamId() == null ? rule.is().agents() : members(rule.is().teamId())));
        return on.isEmpty() ? Optional.empty() : Optional.of(agents);
    }

    private Set<UUID> members(UUID teamId) {
        return teams.stream().filter(team -> team.id().equals(teamId)).findFirst().map(TeamView::members).orElse(Set.of());
    }
}
