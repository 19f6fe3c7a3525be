package org.agentinbox.routing;

import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.availability.Candidates;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Availability, reachability and number of chats of all agents, for administrators. */
@Stateless
@RolesAllowed(SALES_ADMIN_NAME)
public class AgentStatuses {

    @Inject
    private Candidates candidates;
    @Inject
    private AgentLoads agentLoads;

    /** @return everybody who takes chats, as of now */
    public List<AgentStatus> all() {
        Map<UUID, Integer> load = agentLoads.all();
        return candidates.all().stream().map(agent -> new AgentStatus(agent.availability(), agent.reachable(),
            load.getOrDefault(agent.agentId(), 0), agentLoads.most(agent))).toList();
    }
}
