package org.agentinbox.supervision;

import java.util.List;

import org.agentinbox.routing.TeamCandidate;
import org.agentinbox.routing.TransferCandidate;

/** To whom a chat might be assigned: other agents, each with what speaks against it, and teams; both by name. */
public record AssignCandidates(List<TransferCandidate> agents, List<TeamCandidate> teams) {}
