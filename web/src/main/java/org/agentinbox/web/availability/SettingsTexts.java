package org.agentinbox.web.availability;

import java.text.MessageFormat;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

import org.agentinbox.platform.Refusal;
import org.agentinbox.web.hours.ClockTime;
import org.agentinbox.web.hours.DayBars;
import org.agentinbox.web.hours.HoursProblem;
import org.agentinbox.web.hours.TimeZones;
import org.agentinbox.web.hours.ZoneChoice;
import org.agentinbox.web.platform.Bundles;
import org.primefaces.PrimeFaces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The texts of the settings page, in the reader's language. */
@Named
@RequestScoped
public class SettingsTexts {

    @Inject
    private Clock clock;

    DayBars bars() {
        return new DayBars(bundle(), locale());
    }

    private static ResourceBundle bundle() {
        return Bundles.bundle("pages", locale());
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    /** Has the page's script announce it to users of screen readers. */
    void tell(String key, Object... values) {
        PrimeFaces.current().ajax().addCallbackParam("said", text(key, values));
    }

    String refusal(Refusal refusal) {
        String key = "settings.refused." + refusal;
        return text(bundle().containsKey(key) ? key : "settings.refused");
    }

    /**
     * @param key of a pattern
     * @param values to insert
     * @return the text
     */
    public String text(String key, Object... values) {
        return new MessageFormat(bundle().getString(key), locale()).format(values);
    }

    /** @return Monday to Sunday */
    public DayOfWeek[] getAllDays() {
        return DayOfWeek.values();
    }

    /** @return the day's name */
    public String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, locale());
    }

    /** @return what is wrong, or an empty text */
    public String problem(HoursProblem problem, String other) {
        return problem == null ? "" : text("settings.problem." + problem, other);
    }

    /** @return the present local time in a zone, and its offset from UTC */
    public String timeIn(String zone) {
        Instant now = clock.instant();
        ZoneId id = ZoneId.of(zone);
        int minutes = now.atZone(id).toLocalTime().toSecondOfDay() / 60;
        return text("settings.zone.now", ClockTime.text(minutes), TimeZones.offset(id, now));
    }

    /** @return the ids of the zones that match what somebody types */
    public List<String> zones(String typed) {
        return TimeZones.matching(typed, locale(), clock.instant()).stream().map(ZoneChoice::id).toList();
    }

    /** @return the zone's name and offset */
    public ZoneChoice zone(String id) {
        return TimeZones.choice(id, locale(), clock.instant());
    }
}
