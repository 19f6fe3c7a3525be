package org.agentinbox.web.wrapup;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.web.platform.PageDialogs;
import org.agentinbox.web.platform.PageMessages;
import org.agentinbox.conversation.wrapup.ChoiceKind;
import org.agentinbox.conversation.wrapup.ChoiceView;
import org.agentinbox.conversation.wrapup.ChoiceWish;
import org.agentinbox.conversation.wrapup.WrapUpLists;
import org.primefaces.event.ReorderEvent;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;

/** The administration of outcomes and tags. The service holds the rules and the permissions. */
@Named
@ViewScoped
public class OutcomesPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String EDITOR = "editor";
    private static final PageMessages MESSAGES = new PageMessages("outcomes");

    @EJB
    private transient WrapUpLists lists;
    private final Map<ChoiceKind, List<ChoiceRow>> rows = new EnumMap<>(ChoiceKind.class);
    private ChoiceForm form = new ChoiceForm(ChoiceKind.OUTCOME);
    private String said;

    @PostConstruct
    void load() {
        for (ChoiceKind kind : ChoiceKind.values()) {
            // A mutable list, in which the table moves the row that was dragged.
            rows.put(kind, lists.all(kind).stream().map(ChoiceRow::new).collect(Collectors.toCollection(ArrayList::new)));
        }
    }

    /** @param kind of what to open the dialog for */
    public void startNew(ChoiceKind kind) {
        form = new ChoiceForm(kind);
        PageDialogs.open(EDITOR);
    }

    /** @param row for which to open the dialog */
    public void edit(ChoiceRow row) {
        form = new ChoiceForm(now(row));
        PageDialogs.open(EDITOR);
    }

    /** Stores the dialog's contents. */
    public void save() {
        attempt(EDITOR, () -> {
            ChoiceView saved = form.isKnown() ? lists.change(form.id(), form.version(), form.wish())
                : lists.add(form.getKind(), form.wish());
            PageMessages.say("outcomes.saved", saved.is().name());
            PageDialogs.close(EDITOR);
        });
    }

    /** @param row what to take off its list */
    public void remove(ChoiceRow row) {
        attempt(null, () -> {
            lists.remove(row.choice().id());
            PageMessages.say("outcomes.removed", row.getName());
        });
    }

    /** @param row what to retire or to offer again, as its switch says now */
    public void turn(ChoiceRow row) {
        attempt(null, () -> {
            ChoiceView now = now(row);
            lists.change(now.id(), now.version(), new ChoiceWish(now.is().name(), now.is().nameKo(), row.isActive()));
            said = PageMessages.text(row.isActive() ? "outcomes.on" : "outcomes.off", row.getName());
        });
    }

    /** As it is now, which may be otherwise than when the page was opened. */
    private ChoiceView now(ChoiceRow row) {
        return lists.all(row.choice().kind()).stream().filter(choice -> choice.id().equals(row.choice().id())).findFirst()
            .orElse(row.choice());
    }

    /** @param row what is to be shown earlier by one place */
    public void moveUp(ChoiceRow row) {
        move(row, -1, "up", "down");
    }

    /** @param row what is to be shown later by one place */
    public void moveDown(ChoiceRow row) {
        move(row, 1, "down", "up");
    }

    private void move(ChoiceRow row, int by, String button, String other) {
        List<ChoiceRow> list = rows.get(row.choice().kind());
        int from = list.indexOf(row);
        int to = from + by;
        Collections.swap(list, from, to);
        if (store(row)) {
            // The button of a row that can move no further is disabled, so the other one gets the focus.
            boolean isAtEnd = to == (by < 0 ? 0 : list.size() - 1);
            PageDialogs.focus("outcomes:" + row.choice().kind() + ":" + to + ":" + (isAtEnd ? other : button));
        }
    }

    /** @param event after which the table has moved the row already */
    public void dragged(ReorderEvent event) {
        store(rows.get(ChoiceKind.valueOf(event.getComponent().getId())).get(event.getToIndex()));
    }

    private boolean store(ChoiceRow moved) {
        ChoiceKind kind = moved.choice().kind();
        List<ChoiceRow> list = rows.get(kind);
        int place = list.indexOf(moved) + 1;
        return attempt(null, () -> {
            lists.order(kind, list.stream().map(row -> row.choice().id()).toList());
            said = PageMessages.text("rules.moved", moved.getName(), place, list.size());
        });
    }

    private boolean attempt(String place, Runnable act) {
        try {
            act.run();
            load();
            return true;
        } catch (RefusedException e) {
            String field = e.refusal() == Refusal.NAME_TAKEN ? "name" : e.field();
            MESSAGES.refuse(place, e, one -> field);
            if (place == null) {
                // The table shows an order or a switch that was not stored.
                load();
            }
            return false;
        }
    }

    /** @return outcomes in their order */
    public List<ChoiceRow> getOutcomes() {
        return rows.get(ChoiceKind.OUTCOME);
    }

    /** @return tags in their order */
    public List<ChoiceRow> getTags() {
        return rows.get(ChoiceKind.TAG);
    }

    /** @return the heading of the dialog */
    public String getEditorTitle() {
        return PageMessages.text((form.getKind() == ChoiceKind.OUTCOME ? "outcomes." : "tags.") + (form.isKnown() ? "edit" : "new"));
    }

    /** @return what screen readers say after something was moved or turned, or null */
    public String getSaid() {
        return said;
    }

    /** @return the dialog's contents */
    public ChoiceForm getForm() {
        return form;
    }
}
