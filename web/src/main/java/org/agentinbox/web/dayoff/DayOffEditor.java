package org.agentinbox.web.dayoff;

import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.agentinbox.dayoff.DayOffOwner;
import org.agentinbox.dayoff.DayOffView;
import org.agentinbox.dayoff.DaysOffService;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.web.platform.PageDialogs;
import org.agentinbox.web.platform.PageMessages;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;

/** A list of days off, and the dialog in which one is edited. The service holds the rules and permissions. */
public abstract class DayOffEditor implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String EDITOR = "editor";
    private static final PageMessages MESSAGES = new PageMessages("daysOff");
    /** The ids of the fields by the names that a refusal gives them. */
    private static final Map<String, String> FIELDS = Map.of("name", "name", "from", "first", "begins", "begins", "to", "last", "ends",
        "ends");
    /** Earlier ones are still counted, and not listed. */
    private static final int MOST_PAST = 200;

    @EJB
    private transient DaysOffService daysOff;
    @Inject
    private Clock clock;
    private List<DayOffRow> rows = List.of();
    private List<DayOffRow> past = List.of();
    private DayOffForm form = new DayOffForm(DayOffOwner.SITE);

    /** @return the stored days off to show */
    abstract List<DayOffView> stored(DaysOffService service);

    /** @return where messages are shown that belong to no field */
    abstract String messages();

    /** Something was stored: shows what follows from it. */
    void changed() {
        load();
    }

    final void load() {
        List<DayOffView> all = stored(daysOff);
        LocalDate today = LocalDate.now(clock);
        Map<Boolean, List<DayOffRow>> byPast = all.stream().collect(Collectors.partitioningBy(
            day -> day.dayOff().last().isBefore(today), Collectors.mapping(
                day -> new DayOffRow(day, PageMessages.texts(), PageMessages.locale()), Collectors.toCollection(ArrayList::new))));
        rows = byPast.get(false);
        List<DayOffRow> over = byPast.get(true);
        past = over.subList(Math.max(0, over.size() - MOST_PAST), over.size()).stream()
            .collect(Collectors.collectingAndThen(Collectors.toList(), DayOffEditor::reversed));
    }

    private static List<DayOffRow> reversed(List<DayOffRow> rows) {
        List<DayOffRow> reversed = new ArrayList<>(rows);
        java.util.Collections.reverse(reversed);
        return reversed;
    }

    /** @return whose a new one is at first */
    DayOffOwner newFor() {
        return DayOffOwner.SITE;
    }

    /** Opens the dialog for a new one. */
    public void startNew() {
        form = new DayOffForm(newFor());
        PageDialogs.open(EDITOR);
    }

    /** @param row the one for which to open the dialog */
    public void edit(DayOffRow row) {
        // As it is now, which may be otherwise than when the page was opened.
        form = new DayOffForm(stored(daysOff).stream().filter(day -> day.id().equals(row.view().id())).findFirst().orElse(row.view()));
        PageDialogs.open(EDITOR);
    }

    /** Stores the dialog's contents. */
    public void save() {
        attempt(EDITOR, () -> {
            DayOffView stored = form.isNew() ? daysOff.add(form.owner(), form.dayOff())
                : daysOff.change(form.id(), form.version(), form.dayOff());
            PageMessages.sayAt(messages(), "daysOff.saved", stored.dayOff().name());
            PageDialogs.close(EDITOR);
        });
    }

    /** @param row the one to remove */
    public void remove(DayOffRow row) {
        attempt(null, () -> {
            daysOff.remove(row.view().id());
            PageMessages.sayAt(messages(), "daysOff.removed", row.getName());
        });
    }

    private void attempt(String place, Runnable act) {
        try {
            act.run();
            changed();
        } catch (RefusedException e) {
            MESSAGES.refuse(place, e, refused -> refused.field() == null ? null : FIELDS.get(refused.field()));
        }
    }

    /** @return those that are not over, by their begin */
    public List<DayOffRow> getRows() {
        return rows;
    }

    /** @return those that are over, the latest first */
    public List<DayOffRow> getPast() {
        return past;
    }

    /** @return the dialog's contents */
    public DayOffForm getForm() {
        return form;
    }
}
