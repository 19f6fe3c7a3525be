package org.agentinbox.web.availability;

import java.io.Serializable;
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
import org.agentinbox.web.hours.DayBar;
import org.agentinbox.web.hours.HoursEditor;
import org.agentinbox.web.hours.HoursWeek;
import org.agentinbox.web.hours.ZoneField;
import org.primefaces.PrimeFaces;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The page for the hours of a week. The service holds the rules and permissions. */
@Named
@ViewScoped
public class SettingsPage implements HoursEditor, Serializable {

    private static final long serialVersionUID = 1L;
    private static final int DAYS = 14;

    @EJB
    private transient ScheduleService schedules;
    @Inject
    private SettingsTexts texts;
    @Inject
    private CurrentUser user;
    private UUID agentId;
    private String agentName;
    private String refused;
    private ZoneField zone;
    private HoursWeek week;
    private List<DayBar> weekBars = List.of();
    private List<DayBar> preview = List.of();
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
        weekBars = texts.bars().week(week.blocks());
        preview = texts.bars().days(schedules.preview(agentId, ZoneId.of(zone.getChosen()), week.blocks(), DAYS));
    }

    private void check(boolean finished) {
        partial = !week.check(finished);
        draw();
    }

    @Override
    public String getForm() {
        return "hours";
    }

    @Override
    public String getFreeKey() {
        return "settings.free";
    }

    @Override
    public void edited() {
        check(false);
    }

    /** A time zone was chosen or typed. */
    public void zoneEdited() {
        zone.read();
        draw();
    }

    /** Takes over the zone of the browser's computer. */
    public void useBrowserZone() {
        zone.takeBrowsers();
        draw();
    }

    /** Stores the hours and the zone, or shows at each field what is wrong. */
    public void save() {
        zone.read();
        check(true);
        if (partial || zone.isUnknown()) {
            refuse(texts.text("settings.wrong"));
            focusFirstProblem();
            return;
        }
        try {
            show(schedules.save(agentId, ZoneId.of(zone.getChosen()), week.blocks()));
            say(FacesMessage.SEVERITY_INFO, texts.text(isOwn() ? "settings.saved" : "settings.savedOf", agentName));
            PrimeFaces.current().ajax().addCallbackParam("saved", true);
        } catch (RefusedException e) {
            refuse(texts.refusal(e.refusal()));
        }
    }

    private void focusFirstProblem() {
        if (zone.isUnknown()) {
            HoursFields.focus(HoursFields.ZONE);
        } else {
            HoursFields.focusFirstWrong(this);
        }
    }

    /** Shows the stored hours again. */
    public void discard() {
        show(schedules.of(agentId));
        PrimeFaces.current().ajax().addCallbackParam("saved", true);
        texts.tell("settings.discarded");
        HoursFields.focus(HoursFields.save(this));
    }

    private static void refuse(String why) {
        say(FacesMessage.SEVERITY_ERROR, why);
        FacesContext.getCurrentInstance().validationFailed();
    }

    private static void say(FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
    }

    /** @return whose hours, or null where none are shown */
    public UUID agentId() {
        return agentId;
    }

    /** Days off have changed, which the preview shows. */
    public void drawAgain() {
        draw();
    }

    /** @return whether these are the reader's own hours */
    public boolean isOwn() {
        return agentId != null && agentId.toString().equals(user.getId());
    }

    /** @return why nothing is shown, or null */
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

    @Override
    public HoursWeek getWeek() {
        return week;
    }

    /** @return the preview of the week */
    public List<DayBar> getWeekBars() {
        return weekBars;
    }

    /** @return the preview of the coming days */
    public List<DayBar> getPreview() {
        return preview;
    }

    /** @return whether something is wrong, so that the previews are incomplete */
    public boolean isPartial() {
        return partial;
    }
}
