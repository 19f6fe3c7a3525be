package org.agentinbox.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A step of the story of a request, with its time.
 *
 * @param at when it happened; null in a preview
 * @param step what happened; names of agents are added to their ids
 */
public record ToldStep(Instant at, RoutingStep step) {

    /** The steps of one decision: behind each pool the candidates of whom it consists. */
    static List<ToldStep> of(Instant at, List<RoutingStep> steps, List<EvaluatedCandidate> evaluated) {
        List<ToldStep> told = new ArrayList<>();
        Iterator<EvaluatedCandidate> candidates = evaluated.iterator();
        for (RoutingStep step : steps) {
            told.add(new ToldStep(at, step));
            for (int i = 0; step.kind() == StepKind.POOL && i < step.data().getInt("count") - step.data().getInt("untold", 0); i++) {
                told.add(new ToldStep(at, candidates.next().step()));
            }
        }
        // Decisions from before there were entries have candidates alone.
        candidates.forEachRemaining(candidate -> told.add(new ToldStep(at, candidate.step())));
        return told;
    }
}
