package org.agentinbox.routing;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.availability.Candidate;
import org.agentinbox.availability.Candidates;

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

    /** @return what a visitor who asked now could expect */
    public OnlineStatusView current() {
        List<Candidate> there = candidates.all().stream().filter(agent -> agent.available() && agent.reachable()).toList();
        if (there.isEmpty()) {
            return new OnlineStatusView(false, candidates.nextBegin().orElse(null));
        }
        Map<UUID, Integer> load = agentLoads.all();
        return new OnlineStatusView(there.stream().anyMatch(agent -> !agentLoads.isFull(agent, load.getOrDefault(agent.agentId(), 0))),
            null);
    }
}
