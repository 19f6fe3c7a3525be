package org.agentinbox.web.retention;

import java.io.Serializable;
import java.text.MessageFormat;
import java.util.List;
import java.util.ResourceBundle;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.retention.DataSubjectsFound;
import org.agentinbox.retention.PrivacyService;
import org.agentinbox.retention.RetentionView;
import org.agentinbox.web.platform.PageDialogs;
import org.agentinbox.web.platform.PageMessages;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;

/** Privacy: what is kept, what went, and data of persons and visitors. Rules and rights are the service's; this page asks and shows. */
@Named
@ViewScoped
public class PrivacyPage implements Serializable {

    private static final long serialVersionUID = 1L;
    /** One that is not written down by then will not be: its start failed. */
    private static final int MOST_LOOKS = 15;
    private static final PageMessages MESSAGES = new PageMessages("privacy");

    @EJB
    private transient PrivacyService privacy;
    private String kept;
    private String zone;
    private List<RunRow> runs;
    private String begun;
    private int looks;
    private String sought;
    private List<PersonRow> persons = List.of();
    private List<VisitorRow> found = List.of();
    private boolean searched;
    private SubjectRow chosen;
    private String reason;
    private String typed;

    /** Looks at what is kept and what went. */
    @PostConstruct
    public void load() {
        RetentionView view = privacy.overview();
        InstantFormat format = times(view);
        ResourceBundle texts = PageMessages.texts();
        zone = view.zone().getId();
        kept = MessageFormat.format(texts.getString(view.purgeAt().isPresent() ? "privacy.kept.daily" : "privacy.kept.asked"), view.days(),
            format.text(view.cutoff()), view.purgeAt().map(Object::toString).orElse(""), zone);
        runs = view.runs().stream().map(run -> new RunRow(run, format, texts)).toList();
    }

    /** Looks again, while something is under way. */
    public void look() {
        looks++;
        load();
    }

    private static InstantFormat times(RetentionView view) {
        return new InstantFormat(FacesContext.getCurrentInstance().getViewRoot().getLocale(), view.zone());
    }

    /** Counts what would go now. */
    public void count() {
        begun = Long.toString(privacy.dryRun());
        looks = 0;
        PageMessages.say("privacy.count.begun");
        load();
    }

    /** Looks for persons and visitors. */
    public void find() {
        attempt("privacy", () -> {
            ResourceBundle texts = PageMessages.texts();
            InstantFormat format = times(privacy.overview());
            DataSubjectsFound subjects = privacy.find(sought);
            persons = subjects.persons().stream().map(person -> new PersonRow(person, format, texts)).toList();
            found = subjects.visitors().stream().map(visitor -> new VisitorRow(visitor, format, texts)).toList();
            searched = true;
        });
    }

    /** @param row of whom nothing is to go */
    public void startHold(VisitorRow row) {
        chosen = row;
        reason = null;
        PageDialogs.open("hold");
    }

    /** From now on nothing of the chosen visitor goes. */
    public void hold() {
        attempt("hold", () -> {
            privacy.hold(chosen.id(), reason);
            PageDialogs.close("hold");
            PageMessages.say("privacy.hold.placed", chosen.getLabel());
            find();
        });
    }

    /** @param row whose hold is over */
    public void lift(VisitorRow row) {
        attempt(null, () -> {
            privacy.lift(row.id());
            PageMessages.say("privacy.hold.lifted", row.getLabel());
            find();
        });
    }

    /** @param row of whom everything is to go */
    public void startErase(SubjectRow row) {
        chosen = row;
        typed = null;
        PageDialogs.open("erase");
    }

    /** Everything of the chosen person or visitor goes. */
    public void erase() {
        attempt("erase", () -> {
            if (chosen instanceof PersonRow) {
                privacy.erasePerson(chosen.id(), typed);
            } else {
                privacy.erase(chosen.id(), typed);
            }
            PageDialogs.close("erase");
            PageMessages.say("privacy.erased", chosen.getLabel());
            find();
            load();
        });
    }

    private static void attempt(String form, Runnable act) {
        try {
            act.run();
        } catch (RefusedException e) {
            MESSAGES.refuse(form, e, refused -> refused.refusal() == Refusal.INVALID_FIELD ? refused.field() : null);
        }
    }

    /** @return how long history is kept, in a sentence */
    public String getKept() {
        return kept;
    }

    /** @return the zone of all times of the page */
    public String getZone() {
        return zone;
    }

    /** @return what went, the last first */
    public List<RunRow> getRuns() {
        return runs;
    }

    /** @return whether something is under way, or was begun and is not written down yet */
    public boolean isRunning() {
        boolean awaited = begun != null && looks < MOST_LOOKS && runs.stream().noneMatch(run -> run.getExecution().equals(begun));
        return awaited || runs.stream().anyMatch(run -> run.getState().equals("RUNNING"));
    }

    /** @return what is looked for */
    public String getText() {
        return sought;
    }

    /** @param text what is looked for */
    public void setText(String text) {
        sought = text;
    }

    /** @return which persons fit */
    public List<PersonRow> getPersons() {
        return persons;
    }

    /** @return which visitors fit */
    public List<VisitorRow> getFound() {
        return found;
    }

    /** @return whether somebody was looked for */
    public boolean isSearched() {
        return searched;
    }

    /** @return whom a dialog is about, or null */
    public SubjectRow getChosen() {
        return chosen;
    }

    /** @return why nothing may go */
    public String getReason() {
        return reason;
    }

    /** @param reason why nothing may go */
    public void setReason(String reason) {
        this.reason = reason;
    }

    /** @return what was typed to confirm */
    public String getConfirmation() {
        return typed;
    }

    /** @param confirmation what was typed to confirm */
    public void setConfirmation(String confirmation) {
        this.typed = confirmation;
    }
}
