package org.agentinbox.routing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.availability.Candidate;
import org.agentinbox.availability.Candidates;
import org.agentinbox.entry.Entries;
import org.agentinbox.entry.EntryWay;
import org.agentinbox.entry.RoutingOption;
import org.agentinbox.routing.rule.Rules;
import org.agentinbox.team.Teams;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Tells whether a chat can be taken, before a visitor asks for one. Open to all, since it names no agent. */
@Stateless
@PermitAll
public class OnlineStatus {

    @Inject
    private Candidates candidates;
    @Inject
    private AgentLoads agentLoads;
    @Inject
    private Entries entries;
    @Inject
    private Teams teams;
    @Inject
    private Rules rules;
    @Inject
    private WaitingQueue queue;

    /** @return what a visitor who asked now could expect, by the key of each entry that is on; {@code default} is one of them */
    public Map<String, OnlineStatusView> current() {
        List<EntryWay> ways = entries.ways();
        List<Candidate> there = candidates.all().stream().filter(agent -> agent.available() && agent.reachable()).toList();
        Instant backAt = there.isEmpty() ? candidates.nextBegin().orElse(null) : null;
        boolean byRules = uses(ways, RoutingOption.RULES);
        return new OnlineStatuses(eligible(there), backAt, ways.stream().anyMatch(EntryWay::queues) ? queue.lengths() : Map.of(),
            byRules || uses(ways, RoutingOption.TEAM) ? teams.all() : List.of(), byRules ? rules.all() : List.of()).of(ways);
    }

    private Set<UUID> eligible(List<Candidate> there) {
        if (there.isEmpty()) {
            return Set.of();
        }
        Map<UUID, Integer> load = agentLoads.all();
        return there.stream().filter(agent -> !agentLoads.isFull(agent, load.getOrDefault(agent.agentId(), 0))).map(Candidate::agentId)
            .collect(Collectors.toSet());
    }

    private static boolean uses(List<EntryWay> ways, RoutingOption option) {
        return ways.stream().anyMatch(way -> way.routing().option() == option);
    }
}
