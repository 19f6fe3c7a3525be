package org.agentinbox.routing;

import static org.agentinbox.platform.JsonApi.JSON;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.agentinbox.availability.Candidate;

import jakarta.json.JsonObjectBuilder;

/**
 * Goes through the pools of a plan until an agent can take the chat.
 *
 * @param turns gives the agents of a pool in the order of their turns
 * @param evaluate finds out whether a candidate can take the chat
 */
record PoolWalk(Function<Pool, Iterable<Candidate>> turns, Function<Candidate, EvaluatedCandidate> evaluate) {

    /** So many candidates are told, whoever is taken among them; of more a reader learns nothing. */
    static final int MOST_TOLD = 100;

    /**
     * What was found.
     *
     * @param taken empty where nobody can take the chat
     * @param pool from which the agent was taken; null where nobody was
     * @param steps the plan's, and the pools that were tried
     * @param evaluated the candidates of these pools in the order in which they were evaluated, each agent once; of many the first ones,
     *     and whoever is taken
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

    Choice choose(RoutingPlan plan) {
        List<RoutingStep> steps = new ArrayList<>(plan.steps());
        List<EvaluatedCandidate> told = new ArrayList<>();
        Set<UUID> done = new HashSet<>();
        for (Pool pool : plan.pools()) {
            int before = told.size();
            int doneBefore = done.size();
            Optional<EvaluatedCandidate> taken = tryPool(pool, done, told);
            steps.add(step(pool, done.size() - doneBefore, told.size() - before));
            if (taken.isPresent()) {
                return new Choice(taken, pool, steps, told);
            }
        }
        return new Choice(Optional.empty(), null, steps, told);
    }

    private Optional<EvaluatedCandidate> tryPool(Pool pool, Set<UUID> done, List<EvaluatedCandidate> told) {
        for (Candidate candidate : turns.apply(pool)) {
            if (done.add(candidate.agentId())) {
                EvaluatedCandidate evaluation = evaluate.apply(candidate);
                if (told.size() < MOST_TOLD - 1 || evaluation.isTaken()) {
                    told.add(evaluation);
                }
                if (evaluation.isTaken()) {
                    return Optional.of(evaluation);
                }
            }
        }
        return Optional.empty();
    }

    private static RoutingStep step(Pool pool, int count, int told) {
        JsonObjectBuilder data = JSON.createObjectBuilder().add("count", count);
        if (told < count) {
            data.add("untold", count - told);
        }
        if (pool.subject() != null) {
            data.add("id", pool.subject().toString()).add("name", pool.name());
        }
        return RoutingStep.of(StepKind.POOL, pool.kind(), data);
    }
}
