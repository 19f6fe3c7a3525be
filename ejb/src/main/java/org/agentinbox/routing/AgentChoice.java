package org.agentinbox.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.availability.Candidate;
import org.agentinbox.availability.Candidates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Chooses the agent for a plan. Works in its caller's transaction. */
@ApplicationScoped
class AgentChoice {

    private static final int FIRST_READ = 20;
    private static final RoutingPlan ANYBODY = new RoutingPlan(List.of(), List.of(Pool.ALL));

    @Inject
    private Rotations rotations;
    @Inject
    private Candidates candidates;
    @Inject
    private AgentLoads loads;

    /** Agents as they were a moment ago, with their chats. */
    private final class Seen {

        private final Map<UUID, Integer> load = new HashMap<>();
        private final Turns turns = new Turns(this::read, FIRST_READ);

        private List<Candidate> read(Pool pool, int last, Candidate afterOrNull, int most) {
            List<Candidate> found = candidates.inTurn(pool.agents(), last, afterOrNull, most);
            load.putAll(loads.of(found.stream().filter(agent -> agent.available() && agent.reachable()).map(Candidate::agentId)
                .collect(Collectors.toSet())));
            return found;
        }

        EvaluatedCandidate evaluate(Candidate agent, Set<UUID> askedBefore) {
            EvaluatedCandidate found = evaluated(agent, load.getOrDefault(agent.agentId(), 0));
            return found.isTaken() && askedBefore.contains(agent.agentId()) ? found.withVerdict(Verdict.ASKED_BEFORE) : found;
        }
    }

    /**
     * Chooses for good, one decision at a time in the whole cluster: the agent stays locked until the transaction ends. All agents are
     * looked at before, so that reading them delays no other decision; whoever seems able to take the chat is locked and read again.
     *
     * @param plan the pools, in the order in which they are tried
     * @param askedBefore agents who are not asked again
     */
    PoolWalk.Choice choose(RoutingPlan plan, Set<UUID> askedBefore) {
        Seen seen = new Seen();
        PoolWalk.Choice expected = look(plan, seen, askedBefore);
        if (expected.taken().isEmpty()) {
            return expected;
        }
        int lastOfAll = rotations.lock();
        PoolWalk.Choice choice = new PoolWalk(
            pool -> seen.turns.of(pool, pool.kind() == PoolKind.ALL ? lastOfAll : rotations.last(pool.rotation())),
            agent -> evaluateLocked(seen, agent, askedBefore)).choose(plan);
        choice.taken().filter(taken -> choice.pool().rotation() != null)
            .ifPresent(taken -> rotations.moveOn(choice.pool().rotation(), taken.number()));
        return choice;
    }

    /** What would be chosen now; nothing is locked and nothing changes. */
    PoolWalk.Choice preview(RoutingPlan plan) {
        return look(plan, new Seen(), Set.of());
    }

    /** Whether some agent could take a chat now, whosever it is. */
    boolean somebodyHasTime() {
        return preview(ANYBODY).taken().isPresent();
    }

    private PoolWalk.Choice look(RoutingPlan plan, Seen seen, Set<UUID> askedBefore) {
        return new PoolWalk(pool -> seen.turns.of(pool, rotations.last(pool.rotation())), agent -> seen.evaluate(agent, askedBefore))
            .choose(plan);
    }

    private EvaluatedCandidate evaluateLocked(Seen seen, Candidate candidate, Set<UUID> askedBefore) {
        EvaluatedCandidate first = seen.evaluate(candidate, askedBefore);
        if (!first.isTaken()) {
            return first;
        }
        // Reads again what decides, now that the agent is locked.
        Optional<Candidate> agent = candidates.lock(candidate.agentId());
        return agent.map(now -> evaluated(now, loads.of(now.agentId()))).orElseGet(() -> first.withVerdict(Verdict.UNAVAILABLE));
    }

    private EvaluatedCandidate evaluated(Candidate agent, int load) {
        return EvaluatedCandidate.of(agent, load, loads.isFull(agent, load));
    }
}
