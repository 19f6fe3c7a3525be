package org.agentinbox.routing;

import java.util.UUID;

import org.agentinbox.availability.Candidate;

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

    String json() {
        return "{\"agentId\":\"" + agentId + "\",\"number\":" + number + ",\"verdict\":\"" + verdict + "\",\"load\":" + load + "}";
    }
}
