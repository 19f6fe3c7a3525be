package org.agentinbox.web.team;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.team.ChatAgent;
import org.agentinbox.team.TeamInUseException;
import org.agentinbox.team.TeamService;
import org.agentinbox.team.TeamView;
import org.agentinbox.web.platform.PageDialogs;
import org.agentinbox.web.platform.PageMessages;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;

/** The administration of teams. The service holds the rules and permissions. */
@Named
@ViewScoped
public class TeamsPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String EDITOR = "editor";
    private static final PageMessages MESSAGES = new PageMessages("teams");

    @EJB
    private transient TeamService teams;
    private List<TeamRow> rows;
    private TeamForm form = new TeamForm(List.of());

    @PostConstruct
    void load() {
        List<TeamView> all = teams.all();
        List<ChatAgent> agents = teams.agents(all.stream().flatMap(team -> team.members().stream()).collect(Collectors.toSet()));
        ResourceBundle texts = PageMessages.texts();
        // A mutable list, because the table sorts it.
        rows = all.stream().map(team -> new TeamRow(team, agents, texts)).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Opens the dialog for a new team. */
    public void startNew() {
        form = new TeamForm(teams.agents(Set.of()));
        PageDialogs.open(EDITOR);
    }

    /** @param row the team for which to open the dialog */
    public void edit(TeamRow row) {
        // As it is now, which may be otherwise than when the page was opened.
        load();
        TeamView team = rows.stream().map(TeamRow::team).filter(one -> one.id().equals(row.team().id())).findFirst().orElse(row.team());
        form = new TeamForm(team, teams.agents(team.members()));
        PageDialogs.open(EDITOR);
    }

    /** Offers as lead whoever is a member now. */
    public void membersChosen() {
        form.dropLeadWhoIsNoMember();
    }

    /** Stores the dialog's contents. */
    public void save() {
        attempt(EDITOR, () -> {
            TeamView saved = form.isNew() ? teams.add(form.wish()) : teams.change(form.id(), form.version(), form.wish());
            PageMessages.say("teams.saved", saved.name());
            PageDialogs.close(EDITOR);
        });
    }

    /** @param row the team to remove for good */
    public void remove(TeamRow row) {
        attempt(null, () -> {
            teams.remove(UUID.fromString(row.getId()));
            PageMessages.say("teams.removed", row.getName());
        });
    }

    private void attempt(String place, Runnable act) {
        try {
            act.run();
            load();
        } catch (TeamInUseException e) {
            PageMessages.refuse(place, PageMessages.text("teams.refused.IN_USE." + e.user(), e.name()));
        } catch (RefusedException e) {
            MESSAGES.refuse(place, e, refused -> refused.refusal() == Refusal.NAME_TAKEN ? "name" : refused.field());
        }
    }

    /** @return the teams, by name */
    public List<TeamRow> getRows() {
        return rows;
    }

    /** @return the dialog's contents */
    public TeamForm getForm() {
        return form;
    }
}
