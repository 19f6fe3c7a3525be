package org.agentinbox.web.routing.rule;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.routing.rule.Condition;
import org.agentinbox.routing.rule.RuleMatching;
import org.agentinbox.routing.rule.RuleView;
import org.agentinbox.routing.rule.RuleWish;
import org.agentinbox.team.ChatAgent;
import org.agentinbox.team.TeamView;

/** The contents of the dialog for a rule. */
public class RuleForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final UUID id;
    private final int version;
    private final ArrayList<ConditionForm> conditions = new ArrayList<>();
    private final ArrayList<ChatAgent> agentChoices = new ArrayList<>();
    private final ArrayList<TeamView> teamChoices = new ArrayList<>();
    private String name;
    private boolean active = true;
    private RuleMatching matching = RuleMatching.ALL;
    private boolean forTeam;
    private List<String> agents = new ArrayList<>();
    private String team;

    /** A new rule, which needs a condition as a rule. */
    RuleForm(List<ChatAgent> agents, List<TeamView> teams) {
        this(null, 0, agents, teams);
        conditions.add(new ConditionForm());
        forTeam = !teams.isEmpty();
    }

    RuleForm(RuleView rule, List<ChatAgent> agents, List<TeamView> teams) {
        this(rule.id(), rule.version(), agents, teams);
        name = rule.is().name();
        active = rule.is().active();
        matching = rule.is().matching();
        rule.is().conditions().stream().map(ConditionForm::new).forEach(conditions::add);
        forTeam = rule.is().teamId() != null;
        team = forTeam ? rule.is().teamId().toString() : null;
        rule.is().agents().stream().map(UUID::toString).forEach(this.agents::add);
    }

    private RuleForm(UUID id, int version, List<ChatAgent> agents, List<TeamView> teams) {
        this.id = id;
        this.version = version;
        agentChoices.addAll(agents);
        teamChoices.addAll(teams);
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    /**
     * @param all the conditions of {@link #getConditions}
     * @throws org.agentinbox.platform.RefusedException of {@code conditions} or {@code agents}
     */
    RuleWish wish(List<Condition> all) {
        Set<UUID> chosen = forTeam ? Set.of() : agents.stream().map(UUID::fromString).collect(Collectors.toSet());
        return new RuleWish(name, active, matching, all, chosen, forTeam && team != null ? UUID.fromString(team) : null);
    }

    /** @return whether the rule is not stored yet */
    public boolean isNew() {
        return id == null;
    }

    /** @return the conditions as rows; may be changed */
    public List<ConditionForm> getConditions() {
        return conditions;
    }

    /** @return who can get the chats */
    public List<ChatAgent> getAgentChoices() {
        return agentChoices;
    }

    /** @return the teams that can get the chats */
    public List<TeamView> getTeamChoices() {
        return teamChoices;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** @return whether the rule is tried */
    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public RuleMatching getMatching() {
        return matching;
    }

    public void setMatching(RuleMatching matching) {
        this.matching = matching;
    }

    /** @return whether a team gets the chats, not agents */
    public boolean isForTeam() {
        return forTeam;
    }

    public void setForTeam(boolean forTeam) {
        this.forTeam = forTeam;
    }

    /** @return ids of the agents who get the chats */
    public List<String> getAgents() {
        return agents;
    }

    public void setAgents(List<String> agents) {
        this.agents = agents == null ? new ArrayList<>() : agents;
    }

    /** @return the id of the team that gets the chats, or null */
    public String getTeam() {
        return team;
    }

    public void setTeam(String team) {
        this.team = team;
    }
}
