package org.agentinbox.routing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.availability.Candidate;
import org.agentinbox.availability.Candidates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Chooses the agent for a plan. Works in its caller's transaction. */
@ApplicationScoped
class AgentChoice {

    @Inject
    private Rotations rotations;
    @Inject
    private Candidates candidates;
    @Inject
    private AgentLoads loads;

    /**
     * Chooses for good, one decision at a time in the whole cluster: the agent stays locked until the transaction ends.
     *
     * @param plan the pools, in the order in which they are tried
     * @param seen all agents as they were a moment ago, so that reading them delays no other decision; whoever seems able to take the chat
     *     is locked and read again
     * @param askedBefore agents who are not asked again
     */
    PoolWalk.Choice choose(RoutingPlan plan, List<Candidate> seen, Set<UUID> askedBefore) {
        rotations.lock();
        PoolWalk.Choice choice = new PoolWalk(pool -> rotations.last(pool.rotation()), agent -> evaluateLocked(agent, askedBefore))
            .choose(plan, seen);
        choice.taken().filter(taken -> choice.pool().rotation() != null)
            .ifPresent(taken -> rotations.moveOn(choice.pool().rotation(), taken.number()));
        return choice;
    }

    /** What would be chosen now; nothing is locked and nothing changes. */
    PoolWalk.Choice preview(RoutingPlan plan) {
        Map<UUID, Integer> load = loads.all();
        return new PoolWalk(pool -> rotations.last(pool.rotation()), agent -> {
            int chats = load.getOrDefault(agent.agentId(), 0);
            return EvaluatedCandidate.of(agent, chats, loads.isFull(agent, chats));
        }).choose(plan, candidates.all());
    }

    private EvaluatedCandidate evaluateLocked(Candidate seen, Set<UUID> askedBefore) {
        EvaluatedCandidate first = EvaluatedCandidate.of(seen, 0, false);
        if (!first.isTaken()) {
            return first;
        }
        if (askedBefore.contains(seen.agentId())) {
            return first.withVerdict(Verdict.ASKED_BEFORE);
        }
        // Reads again what decides, now that the agent is locked.
        Candidate agent = candidates.lock(seen.agentId());
        int load = loads.of(agent.agentId());
        return EvaluatedCandidate.of(agent, load, loads.isFull(agent, load));
    }
}
