package org.agentinbox.web.team;

import java.io.Serializable;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

import org.agentinbox.team.ChatAgent;
import org.agentinbox.team.TeamView;

/** A line of the table of teams, in the reader's language. */
public class TeamRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TeamView team;
    private final String members;
    private final String lead;
    private final String problem;

    TeamRow(TeamView team, List<ChatAgent> agents, ResourceBundle texts) {
        this.team = team;
        List<ChatAgent> own = agents.stream().filter(agent -> team.members().contains(agent.id())).toList();
        members = own.isEmpty() ? "-"
            : own.stream().map(agent -> agent.takesChats() ? agent.name() : agent.name() + " (" + texts.getString("teams.noChats") + ")")
                .collect(Collectors.joining(", "));
        lead = own.stream().filter(agent -> agent.id().equals(team.leadId())).map(ChatAgent::name).findFirst().orElse("-");
        problem = own.isEmpty() ? texts.getString("teams.problem.empty")
            : own.stream().noneMatch(ChatAgent::takesChats) ? texts.getString("teams.problem.nobody") : null;
    }

    TeamView team() {
        return team;
    }

    public String getId() {
        return team.id().toString();
    }

    public String getName() {
        return team.name();
    }

    /** @return the names of the members, or a dash */
    public String getMembers() {
        return members;
    }

    /** @return the name of the lead, or a dash */
    public String getLead() {
        return lead;
    }

    /** @return in words why no member of the team gets chats, or null */
    public String getProblem() {
        return problem;
    }
}
