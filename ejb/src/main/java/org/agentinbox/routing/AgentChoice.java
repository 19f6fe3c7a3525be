package org.agentinbox.routing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.availability.Candidate;
import org.agentinbox.availability.Candidates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

/** Chooses the agent for a plan, one decision at a time in the whole cluster. Works in its caller's transaction. */
@ApplicationScoped
class AgentChoice {

    @Inject
    private Rotations rotations;
    @Inject
    private Candidates candidates;
    @Inject
    private AgentLoads loads;

    /**
     * What was found.
     *
     * @param agent locked until the transaction ends; empty where nobody can take the chat
     * @param steps the plan's, and the pools that were tried
     * @param evaluated the candidates of these pools in the order in which they were evaluated, each agent once
     */
    record Choice(Optional<UUID> agent, List<RoutingStep> steps, List<EvaluatedCandidate> evaluated) {}

    /**
     * @param plan the pools, in the order in which they are tried
     * @param seen all agents as they were a moment ago, so that reading them delays no other decision; whoever seems able to take the chat
     *     is locked and read again
     * @param askedBefore agents who are not asked again
     */
    Choice choose(RoutingPlan plan, List<Candidate> seen, Set<UUID> askedBefore) {
        rotations.lock();
        List<RoutingStep> steps = new ArrayList<>(plan.steps());
        List<EvaluatedCandidate> evaluated = new ArrayList<>();
        Set<UUID> done = new HashSet<>();
        for (Pool pool : plan.pools()) {
            int before = evaluated.size();
            Optional<EvaluatedCandidate> taken = tryPool(pool, seen, askedBefore, done, evaluated);
            steps.add(step(pool, evaluated.size() - before));
            if (taken.isPresent()) {
                if (pool.rotation() != null) {
                    rotations.moveOn(pool.rotation(), taken.get().number());
                }
                return new Choice(taken.map(EvaluatedCandidate::agentId), steps, evaluated);
            }
        }
        return new Choice(Optional.empty(), steps, evaluated);
    }

    private Optional<EvaluatedCandidate> tryPool(Pool pool, List<Candidate> seen, Set<UUID> askedBefore, Set<UUID> done,
        List<EvaluatedCandidate> evaluated) {
        for (Candidate candidate : RoundRobin.order(pool.among(seen), Candidate::number, last(pool))) {
            if (done.add(candidate.agentId())) {
                EvaluatedCandidate evaluation = evaluate(candidate, askedBefore.contains(candidate.agentId()));
                evaluated.add(evaluation);
                if (evaluation.isTaken()) {
                    return Optional.of(evaluation);
                }
            }
        }
        return Optional.empty();
    }

    private int last(Pool pool) {
        return pool.rotation() == null ? 0 : rotations.last(pool.rotation());
    }

    private EvaluatedCandidate evaluate(Candidate seen, boolean askedBefore) {
        EvaluatedCandidate first = EvaluatedCandidate.of(seen, 0, false);
        if (!first.isTaken()) {
            return first;
        }
        if (askedBefore) {
            return first.withVerdict(Verdict.ASKED_BEFORE);
        }
        // Reads again what decides, now that the agent is locked.
        Candidate agent = candidates.lock(seen.agentId());
        int load = loads.of(agent.agentId());
        return EvaluatedCandidate.of(agent, load, loads.isFull(load));
    }

    private static RoutingStep step(Pool pool, int count) {
        JsonObjectBuilder data = Json.createObjectBuilder().add("count", count);
        if (pool.subject() != null) {
            data.add("id", pool.subject().toString()).add("name", pool.name());
        }
        return RoutingStep.of(StepKind.POOL, pool.kind(), data);
    }
}
