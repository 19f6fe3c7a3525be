package org.agentinbox.web.meeting;

import static org.agentinbox.web.platform.PageMessages.text;

import java.io.Serializable;
import java.time.ZoneId;

import org.agentinbox.hours.Schedule;
import org.agentinbox.meeting.CalendarService;
import org.agentinbox.meeting.CalendarSettings;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.web.availability.HoursFields;
import org.agentinbox.web.hours.HoursEditor;
import org.agentinbox.web.hours.HoursWeek;
import org.agentinbox.web.platform.PageMessages;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;

/** The page for an agent's meeting settings. The service holds the rules and permissions. */
@Named
@ViewScoped
public class MeetingSettingsPage implements HoursEditor, Serializable {

    private static final long serialVersionUID = 1L;
    private static final String PLACE = "meetings";

    @EJB
    private transient CalendarService calendars;
    private boolean zoneIsOfLiveChats;
    private String zone;
    private HoursWeek week;
    private Integer length;
    private Integer buffer;
    private Integer notice;
    private Integer horizon;
    private String video;
    private String invitation;
    private String fallback;

    @PostConstruct
    void load() {
        zoneIsOfLiveChats = calendars.zoneIsOfLiveChats();
        show(calendars.mine());
    }

    private void show(CalendarSettings settings) {
        zone = settings.zone().getId();
        week = new HoursWeek(settings.blocks());
        length = settings.lengthMinutes();
        buffer = settings.bufferMinutes();
        notice = settings.noticeMinutes();
        horizon = settings.horizonDays();
        video = settings.videoLink();
        invitation = settings.invitation();
        fallback = settings.fallback();
    }

    /** Stores the settings, or shows what is wrong. */
    public void save() {
        if (!week.check(true)) {
            PageMessages.refuse(PLACE, text("settings.wrong"));
            HoursFields.focusFirstWrong(this);
            return;
        }
        try {
            ZoneId chosen = Schedule.zone(zone == null ? "" : zone.strip());
            show(calendars.save(new CalendarSettings(chosen, week.blocks(), number(length), number(buffer), number(notice), number(horizon),
                invitation, video, fallback)));
            PageMessages.sayAt(PLACE, "meeting.settings.saved");
        } catch (RefusedException e) {
            String field = String.valueOf(e.field()).replaceAll("\\[.*", "");
            refuse("zone".equals(field) ? text("meeting.settings.zone.unknown") : text("meeting.settings.wrong." + field));
        }
    }

    /** A missing number is treated like one that is too small. */
    private static int number(Integer value) {
        return value == null ? -1 : value;
    }

    private static void refuse(String why) {
        PageMessages.refuse(PLACE, text("meeting.settings.wrong", why));
    }

    /** @return a text with the zone, where it is set with the live-chat hours */
    public String getSharedZone() {
        return text("meeting.settings.zone.shared", zone);
    }

    /** @return whether the zone is set with the live-chat hours */
    public boolean isZoneIsOfLiveChats() {
        return zoneIsOfLiveChats;
    }

    /** @return the typed zone */
    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    @Override
    public String getForm() {
        return "meeting";
    }

    @Override
    public String getFreeKey() {
        return "meeting.settings.free";
    }

    @Override
    public void edited() {
        week.check(false);
    }

    @Override
    public HoursWeek getWeek() {
        return week;
    }

    /** @return minutes of a meeting */
    public Integer getLength() {
        return length;
    }

    public void setLength(Integer length) {
        this.length = length;
    }

    /** @return minutes after a meeting */
    public Integer getBuffer() {
        return buffer;
    }

    public void setBuffer(Integer buffer) {
        this.buffer = buffer;
    }

    /** @return the shortest notice in minutes */
    public Integer getNotice() {
        return notice;
    }

    public void setNotice(Integer notice) {
        this.notice = notice;
    }

    /** @return the horizon in days */
    public Integer getHorizon() {
        return horizon;
    }

    public void setHorizon(Integer horizon) {
        this.horizon = horizon;
    }

    /** @return the link of the video room */
    public String getVideo() {
        return video;
    }

    public void setVideo(String video) {
        this.video = video;
    }

    /** @return the text of the invitation */
    public String getInvitation() {
        return invitation;
    }

    public void setInvitation(String invitation) {
        this.invitation = invitation;
    }

    /** @return what visitors read where nothing is free */
    public String getFallback() {
        return fallback;
    }

    public void setFallback(String fallback) {
        this.fallback = fallback;
    }
}
