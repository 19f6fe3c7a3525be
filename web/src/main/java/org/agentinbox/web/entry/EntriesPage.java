package org.agentinbox.web.entry;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.agentinbox.account.Person;
import org.agentinbox.entry.BookingOffer;
import org.agentinbox.entry.EntryService;
import org.agentinbox.entry.EntryView;
import org.agentinbox.entry.EntryWish;
import org.agentinbox.entry.FieldKind;
import org.agentinbox.entry.RoutingOption;
import org.agentinbox.meeting.CalendarService;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.team.ChatAgent;
import org.agentinbox.team.TeamService;
import org.agentinbox.team.TeamView;
import org.agentinbox.web.platform.PageDialogs;
import org.agentinbox.web.platform.PageMessages;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;

/** The page of entries. The service holds the rules and permissions. */
@Named
@ViewScoped
public class EntriesPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String EDITOR = "editor";
    private static final int MOST_FIELDS = 6;
    private static final PageMessages MESSAGES = new PageMessages("entries");

    @EJB
    private transient EntryService entries;
    @EJB
    private transient TeamService teams;
    @EJB
    private transient CalendarService calendars;
    private List<EntryRow> rows;
    private List<SelectItem> agentChoices;
    private List<SelectItem> teamChoices;
    private List<SelectItem> calendarChoices;
    private EntryForm form = new EntryForm();

    @PostConstruct
    void load() {
        List<EntryView> all = entries.all();
        Set<UUID> named = all.stream().flatMap(e -> Stream.of(e.is().routing()).map(r -> r.agentId())).filter(id -> id != null)
            .collect(Collectors.toSet());
        List<ChatAgent> agents = teams.agents(named);
        List<TeamView> known = teams.all();
        List<Person> bookable = calendars.bookable();
        Map<UUID, String> names = Stream.of(agents.stream().map(a -> Map.entry(a.id(), a.name())),
            known.stream().map(t -> Map.entry(t.id(), t.name())), bookable.stream().map(p -> Map.entry(p.id(), p.name()))).flatMap(s -> s)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
        rows = all.stream().map(entry -> new EntryRow(entry, asks(entry.is(), names), then(entry.is(), names))).toList();
        agentChoices = agents.stream().map(a -> new SelectItem(a.id().toString(), a.name())).toList();
        teamChoices = known.stream().map(t -> new SelectItem(t.id().toString(), t.name())).toList();
        calendarChoices = bookable.stream().map(p -> new SelectItem(p.id().toString(), p.name())).toList();
    }

    private static String asks(EntryWish is, Map<UUID, String> names) {
        UUID named = is.routing().agentId() == null ? is.routing().teamId() : is.routing().agentId();
        return PageMessages.text("entries.asks." + is.routing().option(), named == null ? "" : names.getOrDefault(named, "?"));
    }

    private static String then(EntryWish is, Map<UUID, String> names) {
        UUID named = is.booking().agentId() == null ? is.booking().teamId() : is.booking().agentId();
        String waits = is.queueMinutes() == 0 ? "" : PageMessages.text("entries.then.waits", is.queueMinutes()) + " ";
        return waits + PageMessages.text("entries.then." + is.booking().offer(), named == null ? "" : names.getOrDefault(named, "?"));
    }

    /** Opens the dialog for a new entry. */
    public void startNew() {
        form = new EntryForm();
        PageDialogs.open(EDITOR);
    }

    /** @param row the entry for which to open the dialog */
    public void edit(EntryRow row) {
        load();
        form = rows.stream().filter(one -> one.getId().equals(row.getId())).findFirst().map(EntryRow::form).orElseGet(EntryForm::new);
        PageDialogs.open(EDITOR);
    }

    /** Stores the dialog's contents. */
    public void save() {
        attempt(EDITOR, () -> {
            EntryView stored = form.isNew() ? entries.add(form.getKey(), form.wish())
                : entries.change(form.id(), form.version(), form.wish());
            PageMessages.say("entries.saved", stored.is().name());
            PageDialogs.close(EDITOR);
        });
    }

    /** @param row the entry to remove */
    public void remove(EntryRow row) {
        attempt(null, () -> {
            entries.remove(UUID.fromString(row.getId()));
            PageMessages.say("entries.removed", row.getName());
        });
    }

    /**
     * @param row the entry to move
     * @param by -1 for up, 1 for down
     */
    public void move(EntryRow row, int by) {
        attempt(null, () -> {
            List<UUID> order = new ArrayList<>(rows.stream().map(one -> UUID.fromString(one.getId())).toList());
            int from = order.indexOf(UUID.fromString(row.getId()));
            int to = from + by;
            if (to >= 0 && to < order.size()) {
                Collections.swap(order, from, to);
                entries.order(order);
                PageMessages.say("entries.moved", row.getName(), to + 1);
            }
        });
    }

    /** Adds a question to the form of the dialog. */
    public void addField() {
        if (form.getFields().size() < MOST_FIELDS) {
            form.addField();
        }
    }

    /** @param index of the field to remove */
    public void removeField(int index) {
        form.removeField(index);
    }

    /**
     * @param index of the field to move
     * @param by -1 for up, 1 for down
     */
    public void moveField(int index, int by) {
        form.moveField(index, by);
    }

    private void attempt(String place, Runnable act) {
        try {
            act.run();
            load();
        } catch (RefusedException e) {
            MESSAGES.refuse(place, e, refused -> refused.refusal() == Refusal.NAME_TAKEN ? "key" : field(refused.field()));
        }
    }

    /** Texts are named by their members, and have no field of that id alone. */
    private static String field(String refused) {
        return Set
            .of("key", "name", "agent", "team", "queueMinutes", "bookingAgent", "bookingTeam", "privacyLink", "accent", "greetAfter",
                "greetOn")
            .contains(refused == null ? "" : refused) ? refused : null;
    }

    public List<EntryRow> getRows() {
        return rows;
    }

    public EntryForm getForm() {
        return form;
    }

    public List<SelectItem> getAgentChoices() {
        return agentChoices;
    }

    public List<SelectItem> getTeamChoices() {
        return teamChoices;
    }

    public List<SelectItem> getCalendarChoices() {
        return calendarChoices;
    }

    public RoutingOption[] getAllOptions() {
        return RoutingOption.values();
    }

    public BookingOffer[] getAllBookings() {
        return BookingOffer.values();
    }

    public FieldKind[] getAllKinds() {
        return FieldKind.values();
    }

    /** @return whether the form of the dialog can have another field */
    public boolean isRoom() {
        return form.getFields().size() < MOST_FIELDS;
    }
}
