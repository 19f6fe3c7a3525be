package org.agentinbox.dayoff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;

import org.agentinbox.hours.Block;
import org.agentinbox.hours.DayOff;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A day off of the site, of a person, or of a team. */
@Entity
@Table(name = "day_off")
class StoredDayOff {

    private static final int MINUTES_OF_AN_HOUR = 60;

    @Id
    private UUID id;
    @Version
    private int version;
    @Enumerated(EnumType.STRING)
    private DayOffScope scope;
    private UUID accountId;
    private UUID teamId;
    private String name;
    private LocalDate startsOn;
    private short startMinute;
    private LocalDate endsOn;
    private short endMinute;
    private String timeZone;
    private String importKey;
    private Instant changedAt;

    protected StoredDayOff() {}

    /**
     * @param ownerOrNull whose; null for everybody's
     * @param importKey the event that it comes from; null for none
     */
    StoredDayOff(UUID id, DayOffOwner ownerOrNull, DayOff day, String importKey, Instant now) {
        DayOffOwner owner = ownerOrNull == null ? DayOffOwner.SITE : ownerOrNull;
        this.id = id;
        this.scope = owner.scope();
        this.accountId = owner.accountId();
        this.teamId = owner.teamId();
        this.importKey = importKey;
        write(day, now);
    }

    final void write(DayOff day, Instant now) {
        name = day.name();
        startsOn = day.from().toLocalDate();
        startMinute = (short) minute(day.from());
        endsOn = day.last();
        endMinute = (short) (endsOn.equals(day.to().toLocalDate()) ? minute(day.to()) : Block.END_OF_DAY);
        timeZone = day.zone() == null ? null : day.zone().getId();
        changedAt = now;
    }

    private static int minute(LocalDateTime time) {
        return time.getHour() * MINUTES_OF_AN_HOUR + time.getMinute();
    }

    private static LocalDateTime time(LocalDate day, short minute) {
        return day.atTime(LocalTime.MIN).plusMinutes(minute);
    }

    DayOff dayOff() {
        return read(name, startsOn, startMinute, endsOn, endMinute, timeZone);
    }

    /** The day off of a row of which only these columns were read. */
    static DayOff read(String name, LocalDate startsOn, short startMinute, LocalDate endsOn, short endMinute, String zoneOrNull) {
        return new DayOff(name, time(startsOn, startMinute), time(endsOn, endMinute), zoneOrNull == null ? null : ZoneId.of(zoneOrNull));
    }

    int version() {
        return version;
    }

    UUID id() {
        return id;
    }

    DayOffOwner owner() {
        return new DayOffOwner(scope, scope == DayOffScope.TEAM ? teamId : accountId);
    }

    UUID accountId() {
        return accountId;
    }

    UUID teamId() {
        return teamId;
    }

    String importKey() {
        return importKey;
    }
}
