package org.agentinbox.routing;

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
    private AgentChoice agentChoice;

    /** @return what a visitor who asked now could expect */
    public OnlineStatusView current() {
        if (agentChoice.somebodyHasTime()) {
            return new OnlineStatusView(true, null);
        }
        boolean somebodyIsBusy = candidates.all().stream().anyMatch(agent -> agent.available() && agent.reachable());
        return new OnlineStatusView(false, somebodyIsBusy ? null : candidates.nextBegin().orElse(null));
    }
}
