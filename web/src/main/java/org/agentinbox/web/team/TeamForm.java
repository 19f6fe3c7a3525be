package org.agentinbox.web.team;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.team.ChatAgent;
import org.agentinbox.team.TeamView;
import org.agentinbox.team.TeamWish;

/** The contents of the dialog for a team. */
public class TeamForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final UUID id;
    private final int version;
    private final ArrayList<ChatAgent> choices = new ArrayList<>();
    private String name;
    private List<String> members = new ArrayList<>();
    private String lead;

    /** @param agents who can be members */
    TeamForm(List<ChatAgent> agents) {
        id = null;
        version = 0;
        choices.addAll(agents);
    }

    /** @param agents who can be members, and those of the team */
    TeamForm(TeamView team, List<ChatAgent> agents) {
        id = team.id();
        version = team.version();
        name = team.name();
        choices.addAll(agents);
        agents.stream().filter(agent -> team.members().contains(agent.id())).forEach(agent -> members.add(agent.id().toString()));
        lead = team.leadId() == null ? null : team.leadId().toString();
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    TeamWish wish() {
        Set<UUID> chosen = members.stream().map(UUID::fromString).collect(Collectors.toSet());
        return new TeamWish(name, chosen, lead == null ? null : UUID.fromString(lead));
    }

    /** A lead who is no member any more is none. */
    void dropLeadWhoIsNoMember() {
        if (!members.contains(lead)) {
            lead = null;
        }
    }

    /** @return whether the team is not stored yet */
    public boolean isNew() {
        return id == null;
    }

    /** @return who can be chosen */
    public List<ChatAgent> getChoices() {
        return choices;
    }

    /** @return who is chosen, hence who can be the lead */
    public List<ChatAgent> getLeads() {
        return choices.stream().filter(agent -> members.contains(agent.id().toString())).toList();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** @return ids of the chosen members */
    public List<String> getMembers() {
        return members;
    }

    public void setMembers(List<String> members) {
        this.members = members == null ? new ArrayList<>() : members;
    }

    /** @return the id of the lead, or null */
    public String getLead() {
        return lead;
    }

    public void setLead(String lead) {
        this.lead = lead;
    }
}
