package org.agentinbox.web.account;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.account.AccountService;
import org.agentinbox.account.AccountView;
import org.agentinbox.account.Role;
import org.agentinbox.availability.AgentLimits;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Settings;
import org.agentinbox.web.platform.PageDialogs;
import org.agentinbox.web.platform.PageMessages;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The administration of agents. Rules and rights are the service's; this page asks and shows. */
@Named
@ViewScoped
public class AgentsPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String EDITOR = "editor";
    private static final PageMessages MESSAGES = new PageMessages("agents");

    @EJB
    private transient AccountService accounts;
    @EJB
    private transient AgentLimits limits;
    @Inject
    private transient Settings settings;
    private List<AgentRow> rows;
    private List<AgentRow> filtered;
    private List<String> closedDemo;
    private AgentForm form = new AgentForm();

    @PostConstruct
    void load() {
        ResourceBundle texts = PageMessages.texts();
        // A list that the table may sort.
        Map<UUID, Integer> own = limits.all();
        rows = accounts.all().stream().map(account -> new AgentRow(account, own.get(account.id()), texts))
            .collect(Collectors.toCollection(ArrayList::new));
        closedDemo = accounts.closedDemoAccounts();
    }

    /** Opens the dialog for somebody new. */
    public void startNew() {
        form = new AgentForm();
        PageDialogs.open(EDITOR);
    }

    /** @param row whom to open the dialog for */
    public void edit(AgentRow row) {
        // As it is now, which may be otherwise than when the page was opened.
        AccountView present = accounts.all().stream().filter(one -> one.id().equals(row.account().id())).findFirst()
            .orElse(row.account());
        form = new AgentForm(present, limits.all().get(present.id()));
        PageDialogs.open(EDITOR);
    }

    /** Stores what the dialog holds. A new agent's password is shown with this answer and kept nowhere. */
    public void save() {
        attempt(EDITOR, () -> {
            if (form.isNew()) {
                String password = accounts.create(form.getUserName(), form.getDisplayName(), form.getEmail(), form.chosenRoles());
                showPassword(form.getUserName(), password);
            } else {
                if (form.isLimited()) {
                    limits.set(form.id(), form.chosenLimit());
                }
                accounts.change(form.id(), form.version(), form.getDisplayName(), form.getEmail(), form.chosenRoles());
                PageMessages.say("agents.saved", form.getUserName());
            }
            PageDialogs.close(EDITOR);
        });
    }

    /** @param row who may sign in no more, from this moment */
    public void deactivate(AgentRow row) {
        attempt(null, () -> {
            accounts.activate(id(row), false);
            PageMessages.say("agents.deactivated", row.getName());
        });
    }

    /** @param row who may sign in again */
    public void activate(AgentRow row) {
        attempt(null, () -> {
            accounts.activate(id(row), true);
            PageMessages.say("agents.activated", row.getName());
        });
    }

    /** @param row who gets a new password, shown with this answer and kept nowhere */
    public void resetPassword(AgentRow row) {
        attempt(null, () -> showPassword(row.getUserName(), accounts.resetPassword(id(row))));
    }

    private void attempt(String form, Runnable act) {
        try {
            act.run();
            load();
        } catch (RefusedException e) {
            MESSAGES.refuse(form, e, refused -> refused.refusal() == Refusal.NAME_TAKEN ? "userName" : refused.field());
        }
    }

    private static void showPassword(String userName, String password) {
        FacesContext.getCurrentInstance().getExternalContext().getRequestMap().put("oneTime", new String[]{userName, password});
        PageDialogs.open("oneTime");
    }

    private static UUID id(AgentRow row) {
        return UUID.fromString(row.getId());
    }

    /** @return everybody, by name */
    public List<AgentRow> getRows() {
        return rows;
    }

    /** @return those whom the filter leaves, or null before it was used */
    public List<AgentRow> getFiltered() {
        return filtered;
    }

    /** @param filtered those whom the filter leaves */
    public void setFiltered(List<AgentRow> filtered) {
        this.filtered = filtered;
    }

    /** @return how many are shown */
    public int getCount() {
        return filtered == null ? rows.size() : filtered.size();
    }

    /** @return what became of the demo's accounts, or null where there is nothing to tell */
    public String getDemoNotice() {
        return closedDemo.isEmpty() ? null : PageMessages.text("agents.demo", String.join(", ", closedDemo));
    }

    /** @return what the dialog holds */
    public AgentForm getForm() {
        return form;
    }

    /** @return what the limit of live chats means, and how many are usual */
    public String getLimitHint() {
        return PageMessages.text("agents.ownLimit.hint", settings.chatsPerAgent());
    }

    /** @return all roles that can be given */
    public Role[] getAllRoles() {
        return Role.values();
    }
}
