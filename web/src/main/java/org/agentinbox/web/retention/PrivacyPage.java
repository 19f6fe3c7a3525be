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

/** The page Privacy: past purges and erasures, and the data of persons and visitors. The service holds the rules and permissions. */
@Named
@ViewScoped
public class PrivacyPage implements Serializable {

    private static final long serialVersionUID = 1L;
    /** A run that was not recorded after this many reloads failed to start. */
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

    /** Loads how long history is kept, and the last purges and erasures. */
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

    /** Reloads while a run is in progress. */
    public void look() {
        looks++;
        load();
    }

    private static InstantFormat times(RetentionView view) {
        return new InstantFormat(FacesContext.getCurrentInstance().getViewRoot().getLocale(), view.zone());
    }

    /** Starts a dry run of the purge. */
    public void count() {
        begun = Long.toString(privacy.dryRun());
        looks = 0;
        PageMessages.say("privacy.count.begun");
        load();
    }

    /** Finds persons and visitors. */
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

    /** @param row the visitor for whom to open the dialog of a hold */
    public void startHold(VisitorRow row) {
        chosen = row;
        reason = null;
        PageDialogs.open("hold");
    }

    /** Places a hold on the chosen visitor. */
    public void hold() {
        attempt("hold", () -> {
            privacy.hold(chosen.id(), reason);
            PageDialogs.close("hold");
            PageMessages.say("privacy.hold.placed", chosen.getLabel());
            find();
        });
    }

    /** @param row the visitor whose hold to lift */
    public void lift(VisitorRow row) {
        attempt(null, () -> {
            privacy.lift(row.id());
            PageMessages.say("privacy.hold.lifted", row.getLabel());
            find();
        });
    }

    /** @param row the person or visitor for whom to open the dialog of an erasure */
    public void startErase(SubjectRow row) {
        chosen = row;
        typed = null;
        PageDialogs.open("erase");
    }

    /** Erases the chosen person or visitor. */
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

    /** @return past purges and erasures, the last first */
    public List<RunRow> getRuns() {
        return runs;
    }

    /** @return whether a run is in progress, or was started and is not recorded yet */
    public boolean isRunning() {
        boolean awaited = begun != null && looks < MOST_LOOKS && runs.stream().noneMatch(run -> run.getExecution().equals(begun));
        return awaited || runs.stream().anyMatch(run -> run.getState().equals("RUNNING"));
    }

    /** @return the search text */
    public String getText() {
        return sought;
    }

    public void setText(String text) {
        sought = text;
    }

    /** @return the persons that were found */
    public List<PersonRow> getPersons() {
        return persons;
    }

    /** @return the visitors that were found */
    public List<VisitorRow> getFound() {
        return found;
    }

    /** @return whether a search was made */
    public boolean isSearched() {
        return searched;
    }

    /** @return whom a dialog is about, or null */
    public SubjectRow getChosen() {
        return chosen;
    }

    /** @return the reason for a hold */
    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    /** @return what was typed to confirm */
    public String getConfirmation() {
        return typed;
    }

    public void setConfirmation(String confirmation) {
        this.typed = confirmation;
    }
}
