package org.agentinbox.web.meeting;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.agentinbox.hours.Span;
import org.agentinbox.meeting.AgentMeetings;
import org.agentinbox.meeting.SlotsView;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.web.platform.PageDialogs;
import org.agentinbox.web.platform.PageMessages;

import jakarta.ejb.EJB;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The dialog for moving a meeting: free days and times, in the agent's time zone. The service holds the rules and permissions. */
@Named
@ViewScoped
public class MeetingMove implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String DIALOG = "move";
    /** The longest period that the service searches at once. */
    private static final Duration FAR = Duration.ofDays(62);

    @EJB
    private transient AgentMeetings meetings;
    @Inject
    private transient Clock clock;
    @Inject
    private MeetingsPage list;
    private MeetingRow row;
    private ZoneId zone;
    private TreeMap<LocalDate, ArrayList<Instant>> free = new TreeMap<>();
    private String day;
    private String start;

    /** @param meeting for which to open the dialog */
    public void open(MeetingRow meeting) {
        row = meeting;
        day = null;
        try {
            look();
            PageDialogs.open(DIALOG);
        } catch (RefusedException e) {
            MeetingsPage.MESSAGES.refuse(null, e, refused -> null);
        }
    }

    private void look() {
        Instant now = clock.instant();
        SlotsView slots = meetings.slotsFor(row.id(), now, now.plus(FAR));
        zone = slots.zone();
        free = new TreeMap<>();
        slots.slots().stream().map(Span::from).filter(time -> !time.equals(row.start()))
            .forEach(time -> free.computeIfAbsent(time.atZone(zone).toLocalDate(), any -> new ArrayList<>()).add(time));
        start = null;
        if (day == null || !free.containsKey(LocalDate.parse(day))) {
            day = free.isEmpty() ? null : free.firstKey().toString();
        }
    }

    /** Moves the meeting. Where the slot was taken meanwhile, that is shown and the free times are loaded again. */
    public void move() {
        try {
            MeetingRow moved = new MeetingRow(meetings.move(row.id(), Instant.parse(start)), clock.instant(), zone, PageMessages.locale());
            PageMessages.say("meetings.moved", moved.getName(), moved.getWhen());
            PageDialogs.close(DIALOG);
            list.show();
        } catch (RefusedException e) {
            MeetingsPage.MESSAGES.refuse(DIALOG, e, refused -> null);
            lookAgain();
        }
    }

    private void lookAgain() {
        try {
            look();
        } catch (RefusedException e) {
            // The meeting cannot be moved any more, so no times are offered; the message says why.
            free.clear();
        }
    }

    /** Another day was chosen, so that no time is chosen any more. */
    public void dayChosen() {
        start = null;
    }

    /** @return the title with the visitor's name */
    public String getTitle() {
        return row == null ? "" : PageMessages.text("meetings.move.title", row.getName());
    }

    /** @return when it takes place at present */
    public String getNow() {
        return row == null ? "" : PageMessages.text("meetings.move.now", row.when(zone, PageMessages.locale()));
    }

    /** @return the zone of the times, and of those in brackets */
    public String getZones() {
        return zone == null ? "" : PageMessages.text("meetings.zone", zone.getId())
            + visitorZone().map(theirs -> " · " + PageMessages.text("meetings.move.brackets", theirs.getId())).orElse("");
    }

    private Optional<ZoneId> visitorZone() {
        return MeetingLinkPage.zone(row.visitorZone()).filter(theirs -> !theirs.equals(zone));
    }

    /** @return the days with free slots */
    public List<SelectItem> getDays() {
        DateTimeFormatter words = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(PageMessages.locale());
        return free.keySet().stream().map(date -> new SelectItem(date.toString(), words.format(date))).toList();
    }

    /** @return the free times of the chosen day, with the visitor's local time in brackets */
    public List<SelectItem> getTimes() {
        List<Instant> times = day == null ? List.of() : free.getOrDefault(LocalDate.parse(day), new ArrayList<>());
        return times.stream().map(time -> new SelectItem(time.toString(), label(time))).toList();
    }

    private String label(Instant time) {
        DateTimeFormatter clockTime = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(PageMessages.locale());
        String ours = clockTime.format(time.atZone(zone));
        return visitorZone().map(theirs -> {
            boolean sameDay = time.atZone(theirs).toLocalDate().equals(time.atZone(zone).toLocalDate());
            String weekday = sameDay ? "" : DateTimeFormatter.ofPattern("EEE ", PageMessages.locale()).format(time.atZone(theirs));
            return ours + " (" + weekday + clockTime.format(time.atZone(theirs)) + ")";
        }).orElse(ours);
    }

    /** @return the chosen day, ISO 8601 */
    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = day;
    }

    /** @return the chosen time, an instant; null while none is chosen */
    public String getStart() {
        return start;
    }

    public void setStart(String start) {
        this.start = start;
    }
}
