package org.agentinbox.now;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.team.TeamView;

/** All that goes on, from which each person gets what they may see. */
record Snapshot(Instant at, List<TeamView> teams, List<NowAgent> agents, List<NowWaiting> waiting, List<NowChat> chats) {

    /** What a person may see. */
    record Scope(boolean everything, Set<UUID> teams, Set<UUID> members) {

        static Scope everyone() {
            return new Scope(true, Set.of(), Set.of());
        }

        /** What the lead of some teams may see; of no team, nothing. */
        static Scope of(Collection<TeamView> led) {
            Set<UUID> members = new HashSet<>();
            led.forEach(team -> members.addAll(team.members()));
            return new Scope(false, led.stream().map(TeamView::id).collect(Collectors.toSet()), members);
        }
    }

    List<NowTeam> teams(Scope scope) {
        return teams.stream().filter(team -> scope.everything() || scope.teams().contains(team.id()))
            .map(team -> new NowTeam(team.id(), team.name())).toList();
    }

    List<NowAgent> agents(Scope scope) {
        return scope.everything() ? agents
            : agents.stream().filter(agent -> scope.members().contains(agent.id()))
                .map(agent -> new NowAgent(agent.id(), agent.name(), agent.teams().stream().filter(scope.teams()::contains).toList(),
                    agent.state(), agent.since(), agent.availability(), agent.chats(), agent.most()))
                .toList();
    }

    /** Those who wait for a team of the lead, and those whose chat is offered to a member. */
    List<NowWaiting> waiting(Scope scope) {
        return scope.everything() ? waiting
            : waiting.stream().filter(one -> one.team() != null && scope.teams().contains(one.team())
                || one.offeredTo() != null && scope.members().contains(one.offeredTo())).toList();
    }

    List<NowChat> chats(Scope scope) {
        return scope.everything() ? chats : chats.stream().filter(chat -> scope.members().contains(chat.agent())).toList();
    }
}
