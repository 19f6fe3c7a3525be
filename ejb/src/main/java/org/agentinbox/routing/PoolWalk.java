package org.agentinbox.routing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;

import org.agentinbox.availability.Candidate;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

/**
 * Goes through the pools of a plan until an agent can take the chat.
 *
 * @param last gives the number of the agent who had a pool's last turn
 * @param evaluate finds out whether a candidate can take the chat
 */
record PoolWalk(ToIntFunction<Pool> last, Function<Candidate, EvaluatedCandidate> evaluate) {

    /**
     * What was found.
     *
     * @param taken empty where nobody can take the chat
     * @param pool from which the agent was taken; null where nobody was
     * @param steps the plan's, and the pools that were tried
     * @param evaluated the candidates of these pools in the order in which they were evaluated, each agent once
     */
    record Choice(Optional<EvaluatedCandidate> taken, Pool pool, List<RoutingStep> steps, List<EvaluatedCandidate> evaluated) {

        /** Nobody was looked at. */
        static Choice none(RoutingPlan plan) {
            return new Choice(Optional.empty(), null, plan.steps(), List.of());
        }

        Optional<UUID> agent() {
            return taken.map(EvaluatedCandidate::agentId);
        }
    }

    /** @param all the agents, by their numbers */
    Choice choose(RoutingPlan plan, List<Candidate> all) {
        List<RoutingStep> steps = new ArrayList<>(plan.steps());
        List<EvaluatedCandidate> evaluated = new ArrayList<>();
        Set<UUID> done = new HashSet<>();
        for (Pool pool : plan.pools()) {
            int before = evaluated.size();
            Optional<EvaluatedCandidate> taken = tryPool(pool, all, done, evaluated);
            steps.add(step(pool, evaluated.size() - before));
            if (taken.isPresent()) {
                return new Choice(taken, pool, steps, evaluated);
            }
        }
        return new Choice(Optional.empty(), null, steps, evaluated);
    }

    private Optional<EvaluatedCandidate> tryPool(Pool pool, List<Candidate> all, Set<UUID> done, List<EvaluatedCandidate> evaluated) {
        int lastNumber = pool.rotation() == null ? 0 : last.applyAsInt(pool);
        for (Candidate candidate : RoundRobin.order(pool.among(all), Candidate::number, lastNumber)) {
            if (done.add(candidate.agentId())) {
                EvaluatedCandidate evaluation = evaluate.apply(candidate);
                evaluated.add(evaluation);
                if (evaluation.isTaken()) {
                    return Optional.of(evaluation);
                }
            }
        }
        return Optional.empty();
    }

    private static RoutingStep step(Pool pool, int count) {
        JsonObjectBuilder data = Json.createObjectBuilder().add("count", count);
        if (pool.subject() != null) {
            data.add("id", pool.subject().toString()).add("name", pool.name());
        }
        return RoutingStep.of(StepKind.POOL, pool.kind(), data);
    }
}
