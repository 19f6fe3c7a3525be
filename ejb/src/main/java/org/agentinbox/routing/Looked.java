package org.agentinbox.routing;

import java.util.UUID;

import org.agentinbox.availability.Candidate;

/** A candidate as looked at, and what came of it. */
record Looked(UUID agentId, int number, Verdict verdict, int load) {

    static Looked at(Candidate agent, int load, boolean full) {
        return new Looked(agent.agentId(), agent.number(), Verdict.of(agent, full), load);
    }

    boolean isTaken() {
        return verdict == Verdict.TAKEN;
    }

    String json() {
        return "{\"agentId\":\"" + agentId + "\",\"number\":" + number + ",\"verdict\":\"" + verdict + "\",\"load\":" + load + "}";
    }
}
