package org.agentinbox.web.companyaccount;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.agentinbox.companyaccount.CompanyAccountPage;
import org.agentinbox.companyaccount.CompanyAccountService;
import org.agentinbox.companyaccount.CompanyAccountView;
import org.agentinbox.companyaccount.Owner;
import org.agentinbox.companyaccount.UnusableDomainException;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.web.platform.PageDialogs;
import org.agentinbox.web.platform.PageMessages;
import org.agentinbox.web.platform.PageTrail;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;

/** The page for managing the account list, a part of it at a time. The service holds the rules and permissions. */
@Named
@ViewScoped
public class CompanyAccountsPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String EDITOR = "editor";
    private static final PageMessages MESSAGES = new PageMessages("accounts");

    @EJB
    private transient CompanyAccountService accounts;
    private String text;
    private final PageTrail trail = new PageTrail();
    private List<CompanyAccountRow> rows;
    private long size;
    private List<Owner> owners = List.of();
    private CompanyAccountForm form = new CompanyAccountForm();

    @PostConstruct
    void load() {
        CompanyAccountPage part = accounts.list(text, Objects.requireNonNullElse(trail.begin(), ""));
        rows = part.accounts().stream().map(CompanyAccountRow::new).toList();
        trail.loaded(part.next());
        size = accounts.size();
    }

    /** Shows what the search field asks for, from its beginning. */
    public void search() {
        trail.restart();
        try {
            load();
        } catch (RefusedException e) {
            MESSAGES.refuse(null, e, refused -> null);
        }
    }

    /** Shows the part that follows. */
    public void next() {
        trail.forward();
        load();
    }

    /** Shows the part before. */
    public void previous() {
        trail.back();
        load();
    }

    /** Opens the dialog for a new account. */
    public void startNew() {
        open(new CompanyAccountForm());
    }

    /** @param row the account for which to open the dialog */
    public void edit(CompanyAccountRow row) {
        open(new CompanyAccountForm(row.account()));
    }

    private void open(CompanyAccountForm opened) {
        form = opened;
        owners = accounts.owners();
        PageDialogs.open(EDITOR);
    }

    /** Stores the dialog's contents. */
    public void save() {
        attempt(EDITOR, () -> {
            CompanyAccountView stored = form.isNew() ? accounts.add(form.getDomain(), form.ownerId(), form.getCompany())
                : accounts.change(form.account().domain(), form.ownerId(), form.getCompany());
            PageMessages.say("accounts.saved", stored.shown(), stored.owner().name());
            PageDialogs.close(EDITOR);
        });
    }

    /** @param row the account to remove */
    public void remove(CompanyAccountRow row) {
        attempt(null, () -> {
            accounts.remove(row.getId());
            PageMessages.say("accounts.removed", row.getDomain());
        });
    }

    private void attempt(String place, Runnable act) {
        try {
            act.run();
            load();
        } catch (UnusableDomainException e) {
            PageMessages.refuse(place + ":domain", PageMessages.text("accounts.refused." + e.problem()));
        } catch (RefusedException e) {
            MESSAGES.refuse(place, e, refused -> refused.refusal() == Refusal.NAME_TAKEN ? "domain" : refused.field());
        }
    }

    /** @return the search text */
    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    /** @return the accounts of the part that is shown, by domain */
    public List<CompanyAccountRow> getRows() {
        return rows;
    }

    /** @return where the reader is in the list */
    public PageTrail getTrail() {
        return trail;
    }

    /** @return how many accounts the whole list has */
    public String getSize() {
        return PageMessages.text("accounts.count", size);
    }

    /** @return to whom the account of the dialog can be given: all who take chats, and who has it now */
    public List<SelectItem> getOwners() {
        Stream<Owner> present = form.isNew() ? Stream.empty() : Stream.of(form.account().owner());
        return Stream.concat(owners.stream(), present.filter(owner -> owners.stream().noneMatch(other -> Objects.equals(other.id(), owner
            .id())))).map(owner -> new SelectItem(owner.id().toString(), owner.name() + " (" + owner.userName() + ")")).toList();
    }

    /** @return the dialog's contents */
    public CompanyAccountForm getForm() {
        return form;
    }
}
