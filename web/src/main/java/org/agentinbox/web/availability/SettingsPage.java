package org.agentinbox.web.availability;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

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
        check(false);
    }

    private void draw() {
        strip = words.strips().week(week.blocks());
        preview = words.strips().days(schedules.preview(ZoneId.of(zone.getChosen()), week.blocks(), DAYS));
    }

    private void check(boolean finished) {
        partial = !week.check(finished);
        draw();
    }

    /** Something about the hours has changed. */
    public void edited() {
        check(false);
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

    /** Stores all of it, or says at each field why not. */
    public void save() {
        zone.read();
        check(true);
        if (partial || zone.isUnknown()) {
            refuse(words.text("settings.wrong"));
            Fields.focus(zone.isUnknown() ? Fields.ZONE : Fields.firstWrong(week));
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
        PrimeFaces.current().ajax().addCallbackParam("saved", true);
        words.tell("settings.discarded");
        Fields.focus(Fields.SAVE);
    }

    private static void refuse(String why) {
        say(FacesMessage.SEVERITY_ERROR, why);
        FacesContext.getCurrentInstance().validationFailed();
    }

    private static void say(FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
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
