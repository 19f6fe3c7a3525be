package org.agentinbox.web.dayoff;

import java.util.Comparator;
import java.util.List;

import org.agentinbox.account.AccountService;
import org.agentinbox.account.AccountView;
import org.agentinbox.account.Role;
import org.agentinbox.dayoff.DayOffView;
import org.agentinbox.dayoff.DaysOffService;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;

/** The page for the days off of the site and of everybody. */
@Named
@ViewScoped
public class DaysOffPage extends DayOffEditor {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient AccountService accounts;
    private List<DayOffRow> filtered;
    private List<AccountView> agents = List.of();

    @PostConstruct
    void open() {
        agents = accounts.all().stream().filter(account -> account.active() && account.roles().stream().anyMatch(Role::takesChats))
            .sorted(Comparator.comparing(AccountView::displayName)).toList();
        load();
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

    /** @return who takes chats, by name */
    public List<AccountView> getAgents() {
        return agents;
    }
}
