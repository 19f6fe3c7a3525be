package org.agentinbox.web.availability;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.agentinbox.availability.ScheduleService;
import org.agentinbox.availability.ScheduleView;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.web.account.CurrentUser;
import org.primefaces.PrimeFaces;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The hours of the week while somebody edits them. Rules and rights are the service's; this page asks and shows. */
@Named
@ViewScoped
public class SettingsPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int DAYS = 14;

    @EJB
    private transient ScheduleService schedules;
    @Inject
    private SettingsWords words;
    @Inject
    private CurrentUser user;
    private UUID agentId;
    private String agentName;
    private String refused;
    private ZoneField zone;
    private HoursWeek week;
    private List<StripLine> strip = List.of();
    private List<StripLine> preview = List.of();
    private boolean partial;

    @PostConstruct
    void load() {
        String asked = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("agent");
        try {
            show(asked == null ? schedules.mine() : schedules.of(id(asked)));
        } catch (RefusedException e) {
            refused = e.refusal().name();
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(e.refusal() == Refusal.NOT_ALLOWED ? 403 : 404);
        } catch (EJBAccessException e) {
            refused = "NO_CHATS";
        }
    }

    private static UUID id(String asked) {
        return Ids.parse(asked).orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "That is no id."));
    }

    private void show(ScheduleView schedule) {
        agentId = schedule.agentId();
        agentName = schedule.agentName();
        zone = new ZoneField(schedule.zone() instanceof ZoneOffset ? "UTC" : schedule.zone().getId());
        week = new HoursWeek(schedule.blocks());
        changed(false);
    }

    private void draw() {
        strip = words.strips().week(week.blocks());
        preview = words.strips().days(schedules.preview(ZoneId.of(zone.getChosen()), week.blocks(), DAYS));
    }

    private void changed(boolean finished) {
        partial = !week.check(finished);
        draw();
    }

    /** A time was written. */
    public void edited() {
        changed(false);
    }

    /** A time zone was chosen or written. */
    public void zoneEdited() {
        zone.read();
        draw();
    }

    /** Takes the zone of the browser's machine. */
    public void useBrowserZone() {
        zone.takeBrowsers();
        draw();
    }

    /** @param day that gets a row, where the person goes on */
    public void add(HoursDay day) {
        day.getRows().add(new HoursRow(null, null));
        changed(false);
        focus(id(day, day.getRows().size() - 1, "from"));
    }

    /**
     * Takes a row away; the person goes on at the row that follows, else the one before, else where rows are added.
     *
     * @param day that it belongs to
     * @param index of the row
     */
    public void remove(HoursDay day, int index) {
        day.getRows().remove(index);
        changed(false);
        words.tell("settings.removed", words.day(day.getDay()),
            day.getRows().isEmpty() ? words.text("settings.free") : strip.get(day.getDay().ordinal()).words());
        if (day.getRows().isEmpty()) {
            focus(id(day, "add"));
        } else {
            focus(id(day, Math.min(index, day.getRows().size() - 1), "from"));
        }
    }

    /** @param day that loses all its rows */
    public void clear(HoursDay day) {
        day.getRows().clear();
        changed(false);
        words.tell("settings.removed", words.day(day.getDay()), words.text("settings.free"));
        focus(id(day, "add"));
    }

    /** Monday to Friday, 9 to 17, where there is nothing yet. */
    public void fillUsual() {
        week.fillUsual();
        changed(false);
        focus("hours:save");
    }

    /** @param day that the others of the working week, or of the weekend, are to be like */
    public void copyToAlike(HoursDay day) {
        copy(day, day.alike());
    }

    /** @param day that all others are to be like */
    public void copyToAll(HoursDay day) {
        copy(day, day.others());
    }

    /** @param day that those that were ticked are to be like */
    public void copyToChosen(HoursDay day) {
        copy(day, day.takeChosen());
    }

    private void copy(HoursDay day, Set<DayOfWeek> targets) {
        week.copy(day, targets);
        changed(false);
        focus(id(day, "copy"));
        if (targets.isEmpty()) {
            words.tell("settings.copied.none");
        } else {
            words.tell("settings.copied", words.day(day.getDay()), targets.stream().sorted().map(words::day).collect(Collectors.joining(", ")));
        }
    }

    /** Stores all of it, or says at each field why not. */
    public void save() {
        zone.read();
        changed(true);
        if (partial || zone.isUnknown()) {
            refuse(words.text("settings.wrong"));
            focus(zone.isUnknown() ? "hours:zone_input" : firstWrong());
            return;
        }
        try {
            show(schedules.save(agentId, ZoneId.of(zone.getChosen()), week.blocks()));
            say(FacesMessage.SEVERITY_INFO, words.text(isOwn() ? "settings.saved" : "settings.savedOf", agentName));
            PrimeFaces.current().ajax().addCallbackParam("saved", true);
        } catch (RefusedException e) {
            refuse(words.refusal(e.refusal()));
        }
    }

    /** Back to what is stored. */
    public void discard() {
        show(schedules.of(agentId));
        words.tell("settings.discarded");
        focus("hours:save");
    }

    private static void refuse(String why) {
        say(FacesMessage.SEVERITY_ERROR, why);
        FacesContext.getCurrentInstance().validationFailed();
    }

    private static void say(FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
    }

    private String firstWrong() {
        return week.getDays().stream().flatMap(day -> IntStream.range(0, day.getRows().size()).filter(i -> day.getRows().get(i).isWrong())
            .mapToObj(i -> id(day, i, day.getRows().get(i).getFromProblem() == null ? "to" : "from"))).findFirst().orElseThrow();
    }

    private static String id(HoursDay day, int row, String field) {
        return id(day, "row:" + row + ":" + field);
    }

    private static String id(HoursDay day, String part) {
        return "hours:day:" + day.getDay().ordinal() + ":" + part;
    }

    private static void focus(String id) {
        PrimeFaces.current().ajax().addCallbackParam("focus", id);
    }

    /** @return whether these are the hours of who looks at them */
    public boolean isOwn() {
        return agentId != null && agentId.toString().equals(user.getId());
    }

    /** @return why there is nothing to see, or null */
    public String getRefused() {
        return refused;
    }

    /** @return whose hours, as people see them */
    public String getAgentName() {
        return agentName;
    }

    /** @return the field for the time zone */
    public ZoneField getZone() {
        return zone;
    }

    /** @return the rows of the days */
    public HoursWeek getWeek() {
        return week;
    }

    /** @return the week as it would be drawn */
    public List<StripLine> getStrip() {
        return strip;
    }

    /** @return the days to come as they would be */
    public List<StripLine> getPreview() {
        return preview;
    }

    /** @return whether something is wrong, so that the pictures lack it */
    public boolean isPartial() {
        return partial;
    }

    /** @return Monday to Sunday */
    public DayOfWeek[] getAllDays() {
        return DayOfWeek.values();
    }
}
