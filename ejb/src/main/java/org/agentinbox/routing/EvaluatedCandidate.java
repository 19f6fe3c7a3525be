package org.agentinbox.routing;

import static org.agentinbox.platform.JsonApi.JSON;

import java.util.UUID;

import org.agentinbox.availability.Candidate;

import jakarta.json.JsonObject;

/** A candidate and what routing found about them, as stored with the decision. */
record EvaluatedCandidate(UUID agentId, int number, Verdict verdict, int load) {

    static EvaluatedCandidate of(Candidate agent, int load, boolean full) {
        return new EvaluatedCandidate(agent.agentId(), agent.number(), Verdict.of(agent, full), load);
    }

    EvaluatedCandidate withVerdict(Verdict other) {
        return new EvaluatedCandidate(agentId, number, other, load);
    }

    boolean isTaken() {
        return verdict == Verdict.TAKEN;
    }

    JsonObject json() {
        return JSON.createObjectBuilder().add("agentId", agentId.toString()).add("number", number).add("verdict", verdict.name())
            .add("load", load).build();
    }

    static EvaluatedCandidate parse(JsonObject json) {
        return new EvaluatedCandidate(UUID.fromString(json.getString("agentId")), json.getInt("number"),
            Verdict.valueOf(json.getString("verdict")), json.getInt("load"));
    }

    RoutingStep step() {
        return RoutingStep.of(StepKind.CANDIDATE, verdict,
            JSON.createObjectBuilder().add("agentId", agentId.toString()).add("number", number).add("load", load));
    }
}
