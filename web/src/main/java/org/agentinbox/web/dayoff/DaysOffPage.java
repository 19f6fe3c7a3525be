package org.agentinbox.web.dayoff;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.agentinbox.account.AccountService;
import org.agentinbox.account.AccountView;
import org.agentinbox.account.Role;
import org.agentinbox.dayoff.DayOffOwner;
import org.agentinbox.dayoff.DayOffView;
import org.agentinbox.dayoff.DaysOffService;
import org.agentinbox.team.TeamService;
import org.agentinbox.team.TeamView;
import org.agentinbox.web.platform.PageMessages;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;

/** The page for the days off of the site and of everybody. */
@Named
@ViewScoped
public class DaysOffPage extends DayOffEditor {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient AccountService accounts;
    @EJB
    private transient TeamService teams;
    private List<DayOffRow> filtered;
    private List<SelectItem> owners = List.of();
    private List<SelectItem> ofTeams = List.of();

    @PostConstruct
    void open() {
        List<TeamView> all = teams.all();
        ofTeams = all.stream().map(team -> new SelectItem(team.id().toString(), team.name())).toList();
        Stream<SelectItem> teamsAsOwners = all.stream()
            .map(team -> item(DayOffOwner.team(team.id()), PageMessages.text("daysOff.team", team.name())));
        Stream<SelectItem> ofAgents = accounts.all().stream()
            .filter(account -> account.active() && account.roles().stream().anyMatch(Role::takesChats))
            .sorted(Comparator.comparing(AccountView::displayName))
            .map(account -> item(DayOffOwner.account(account.id()), account.displayName()));
        owners = Stream.concat(teamsAsOwners, ofAgents).toList();
        load();
    }

    private static SelectItem item(DayOffOwner owner, String name) {
        return new SelectItem(DayOffForm.write(owner), name);
    }

    @Override
    List<DayOffView> stored(DaysOffService service) {
        return service.all();
    }

    @Override
    String messages() {
        return null;
    }

    @Override
    void changed() {
        reload();
    }

    /** Loads the stored ones again after an import. */
    public void reload() {
        filtered = null;
        load();
    }

    /** @return those that the filter shows, or null before it was used */
    public List<DayOffRow> getFiltered() {
        return filtered;
    }

    public void setFiltered(List<DayOffRow> filtered) {
        this.filtered = filtered;
    }

    /** @return how many are shown */
    public int getCount() {
        return filtered == null ? getRows().size() : filtered.size();
    }

    /** @return for whom days off can be: teams, and who takes chats, by name */
    public List<SelectItem> getOwners() {
        return owners;
    }

    /** @return the teams, into which a file can be imported */
    public List<SelectItem> getTeams() {
        return ofTeams;
    }
}
