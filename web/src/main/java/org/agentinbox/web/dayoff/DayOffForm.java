package org.agentinbox.web.dayoff;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.agentinbox.dayoff.DayOffOwner;
import org.agentinbox.dayoff.DayOffScope;
import org.agentinbox.dayoff.DayOffView;
import org.agentinbox.hours.Block;
import org.agentinbox.hours.DayOff;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.web.hours.ClockTime;

/** The contents of the dialog for a day off, as typed. Without times it is of whole days; without a last day it ends on its first. */
public class DayOffForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MINUTES_OF_AN_HOUR = 60;

    private final UUID id;
    private final int version;
    private final ZoneId zone;
    private String who = "";
    private String name;
    private String first;
    private String begins;
    private String last;
    private String ends;

    DayOffForm(DayOffOwner owner) {
        id = null;
        version = 0;
        zone = null;
        who = write(owner);
    }

    DayOffForm(DayOffView view) {
        DayOff day = view.dayOff();
        id = view.id();
        version = view.version();
        zone = day.zone();
        who = write(view.owner());
        name = day.name();
        first = day.from().toLocalDate().toString();
        last = day.last().toString();
        if (!day.isWholeDays()) {
            begins = ClockTime.text(minute(day.from()));
            ends = ClockTime.text(day.last().equals(day.to().toLocalDate()) ? minute(day.to()) : Block.END_OF_DAY);
        }
    }

    /** Whose, as the list of choices has it: empty for everybody, else the kind and the id. */
    static String write(DayOffOwner owner) {
        return owner.id() == null ? "" : owner.scope() + ":" + owner.id();
    }

    /** @return whose it is to be; everybody's where nothing else can be read */
    DayOffOwner owner() {
        String[] parts = who == null ? new String[0] : who.split(":", 2);
        UUID chosen = parts.length < 2 ? null : Ids.parse(parts[1]).orElse(null);
        if (chosen == null) {
            return DayOffOwner.SITE;
        }
        return DayOffScope.TEAM.name().equals(parts[0]) ? DayOffOwner.team(chosen) : DayOffOwner.account(chosen);
    }

    private static int minute(LocalDateTime time) {
        return time.getHour() * MINUTES_OF_AN_HOUR + time.getMinute();
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    /**
     * @throws RefusedException of the field that cannot be read: {@code from}, {@code begins}, {@code to}, {@code ends}; or as
     * {@link DayOff}
     */
    DayOff dayOff() {
        LocalDate from = date("from", first);
        LocalDate to = isEmpty(last) ? from : date("to", last);
        int begin = isEmpty(begins) ? 0 : minutes("begins", ClockTime.start(begins));
        int end = isEmpty(ends) ? Block.END_OF_DAY : minutes("ends", ClockTime.end(ends));
        return new DayOff(name, at(from, begin), at(to, end), zone);
    }

    private static LocalDate date(String field, String typed) {
        try {
            return LocalDate.parse(Optional.ofNullable(typed).orElse("").strip());
        } catch (DateTimeParseException e) {
            throw RefusedException.ofField(field, "a date such as 2027-01-31 is wanted");
        }
    }

    private static int minutes(String field, OptionalInt typed) {
        return typed.orElseThrow(() -> RefusedException.ofField(field, "a time such as 14:00 is wanted"));
    }

    private static LocalDateTime at(LocalDate day, int minute) {
        return day.atTime(LocalTime.MIN).plusMinutes(minute);
    }

    private static boolean isEmpty(String typed) {
        return typed == null || typed.isBlank();
    }

    /** @return whether it is not stored yet */
    public boolean isNew() {
        return id == null;
    }

    /** @return the zone that a calendar file named, or null */
    public String getZone() {
        return zone == null ? null : zone.getId();
    }

    /** @return whose it is: kind and id, or empty for everybody */
    public String getWho() {
        return who;
    }

    public void setWho(String who) {
        this.who = who;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** @return the first day, as ISO 8601 writes it */
    public String getFirst() {
        return first;
    }

    public void setFirst(String first) {
        this.first = first;
    }

    /** @return the time on the first day, or empty for its begin */
    public String getBegins() {
        return begins;
    }

    public void setBegins(String begins) {
        this.begins = begins;
    }

    /** @return the last day, as ISO 8601 writes it; or empty for the first */
    public String getLast() {
        return last;
    }

    public void setLast(String last) {
        this.last = last;
    }

    /** @return the time on the last day, or empty for its end */
    public String getEnds() {
        return ends;
    }

    public void setEnds(String ends) {
        this.ends = ends;
    }
}
