package org.agentinbox.supervision;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.team.TeamView;

/**
 * Somebody who might see and lead chats that others have. The only place of the rule (ear/src/docs/rules.md#supervision): a sales admin
 * leads all of them; others lead those of their teams, which are the chats of the teams' members, and those that nobody has where the team
 * was asked.
 *
 * @param led the teams that name them as lead
 */
record Supervisor(UUID id, boolean salesAdmin, List<TeamView> led) {

    /**
     * @param agentOrNull who has the chat
     * @param askedTeamOrNull the team that routing asked for it
     * @return whether they may watch it, take it, give it to somebody and end it; one's own chat is none of these
     */
    boolean supervises(UUID agentOrNull, UUID askedTeamOrNull) {
        return !id.equals(agentOrNull) && (salesAdmin || leads(agentOrNull, askedTeamOrNull));
    }

    private boolean leads(UUID agentOrNull, UUID askedTeamOrNull) {
        return led.stream().filter(team -> id.equals(team.leadId()))
            .anyMatch(team -> agentOrNull == null ? team.id().equals(askedTeamOrNull) : team.members().contains(agentOrNull));
    }

    /** The other agents whose chats they lead through their teams. */
    Set<UUID> agents() {
        return led.stream().filter(team -> id.equals(team.leadId())).flatMap(team -> team.members().stream())
            .filter(member -> !member.equals(id)).collect(Collectors.toSet());
    }
}
