package org.agentinbox.availability;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.hours.Schedule;
import org.agentinbox.hours.StoredBlock;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;

/** Somebody to whom chats can be offered, with the hours of their week and the last use of their switch. */
@Entity
class Agent {

    @Id
    private UUID accountId;
    @Column(insertable = false, updatable = false)
    private Integer number;
    private String timeZone;
    private Boolean overrideAvailable;
    private Instant overrideAt;
    private boolean overrideAutomatic;
    private boolean takesChats;
    private Instant toldUntil;
    private Integer ownLimit;
    @ElementCollection
    @CollectionTable(name = "agent_block", joinColumns = @JoinColumn(name = "agent_id"))
    private Set<StoredBlock> blocks = new HashSet<>();

    protected Agent() {}

    Agent(UUID accountId) {
        this.accountId = accountId;
        this.timeZone = "UTC";
        this.takesChats = true;
    }

    UUID accountId() {
        return accountId;
    }

    int number() {
        return number;
    }

    boolean takesChats() {
        return takesChats;
    }

    void takeChats(boolean nowTakesChats) {
        takesChats = nowTakesChats;
    }

    /** The most live chats of this agent at a time; null: what the setting says for all. */
    Integer ownLimit() {
        return ownLimit;
    }

    void limit(Integer mostOrNull) {
        ownLimit = mostOrNull;
    }

    /** The agent switches, now. The choice holds until the schedule takes over again (see {@link AvailabilityOverride}). */
    void switchTo(boolean available, Instant now) {
        overrideAvailable = available;
        overrideAt = now;
        overrideAutomatic = false;
    }

    /** The agent is switched to unavailable, because offers to them went unanswered; they can switch back as ever. */
    void goAway(Instant now) {
        switchTo(false, now);
        overrideAutomatic = true;
    }

    /** When the agent was last switched, by whomever. */
    Optional<Instant> switchedAt() {
        return Optional.ofNullable(overrideAt);
    }

    /** Sets new hours. An override that holds goes on until the new hours end it. */
    void work(Schedule schedule) {
        timeZone = schedule.zone().getId();
        Set<StoredBlock> rows = schedule.blocks().stream().map(StoredBlock::new).collect(Collectors.toSet());
        blocks.retainAll(rows);
        blocks.addAll(rows);
    }

    /** The hours of a week, without days off: {@link AgentSchedules} knows both. */
    Schedule week() {
        return new Schedule(ZoneId.of(timeZone), blocks.stream().map(StoredBlock::block).toList());
    }

    /**
     * The earliest instant whose hours still count at an instant: an override may have begun long before, and its end follows from them.
     */
    Instant hoursCountFrom(Instant now) {
        return overrideAt == null || overrideAt.isAfter(now) ? now : overrideAt;
    }

    /** @param schedule the agent's week with the days off, as for the next two */
    AvailabilityView view(Schedule schedule, Instant now) {
        return AvailabilityView.of(accountId, availability(schedule, now));
    }

    /** When chats next begin to come, unless hours, days off or the switch are changed before. */
    Optional<Instant> beginsAfter(Schedule schedule, Instant now) {
        return takesChats ? Availability.beginsAfter(schedule, override(), now) : Optional.empty();
    }

    private Availability availability(Schedule schedule, Instant now) {
        return takesChats ? Availability.at(schedule, override(), now) : Availability.at(Schedule.none(), null, now);
    }

    private AvailabilityOverride override() {
        return overrideAt == null ? null : new AvailabilityOverride(overrideAvailable, overrideAt, overrideAutomatic);
    }

    /** Stores until when the state of an instant holds. Returns until then where no deadline is set for that yet, else nothing. */
    Optional<Instant> told(Schedule schedule, Instant now) {
        Instant until = takesChats ? availability(schedule, now).changes(schedule, now).orElse(null) : null;
        boolean known = until == null || until.equals(toldUntil);
        toldUntil = until;
        return known ? Optional.empty() : Optional.of(toldUntil);
    }

    /** Whether the published state still holds. */
    boolean isTold(Instant now) {
        return toldUntil == null || now.isBefore(toldUntil);
    }
}
