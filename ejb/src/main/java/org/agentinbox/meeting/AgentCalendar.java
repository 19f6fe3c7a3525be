package org.agentinbox.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.hours.Schedule;
import org.agentinbox.hours.Span;
import org.agentinbox.hours.StoredBlock;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;

/** An agent's settings for meetings. The row is locked while one of the agent's slots is booked. */
@Entity
class AgentCalendar {

    @Id
    private UUID accountId;
    private String timeZone;
    private int lengthMinutes;
    private int bufferMinutes;
    private int noticeMinutes;
    private int horizonDays;
    @Column(name = "invitation")
    private String invitationText;
    private String videoLink;
    @Column(name = "fallback")
    private String fallbackText;
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "agent_calendar_block", joinColumns = @JoinColumn(name = "account_id"))
    private Set<StoredBlock> blocks = new HashSet<>();

    protected AgentCalendar() {}

    AgentCalendar(UUID accountId) {
        this.accountId = accountId;
        set(CalendarSettings.initial());
    }

    void set(CalendarSettings settings) {
        timeZone = settings.zone().getId();
        lengthMinutes = settings.lengthMinutes();
        bufferMinutes = settings.bufferMinutes();
        noticeMinutes = settings.noticeMinutes();
        horizonDays = settings.horizonDays();
        invitationText = settings.invitation();
        videoLink = settings.videoLink();
        fallbackText = settings.fallback();
        Set<StoredBlock> rows = settings.blocks().stream().map(StoredBlock::new).collect(Collectors.toSet());
        blocks.retainAll(rows);
        blocks.addAll(rows);
    }

    UUID accountId() {
        return accountId;
    }

    /** Whether the agent can be met: they have hours for meetings. */
    boolean isOpen() {
        return !blocks.isEmpty();
    }

    ZoneId ownZone() {
        return ZoneId.of(timeZone);
    }

    /** @param zone the agent's time zone */
    CalendarSettings settings(ZoneId zone) {
        return new CalendarSettings(zone, blocks.stream().map(StoredBlock::block).sorted().toList(), lengthMinutes, bufferMinutes,
            noticeMinutes,
            horizonDays, invitationText, videoLink, fallbackText);
    }

    SlotRules rules(ZoneId zone) {
        CalendarSettings settings = settings(zone);
        return new SlotRules(new Schedule(zone, settings.blocks()), Duration.ofMinutes(lengthMinutes), Duration.ofMinutes(bufferMinutes),
            Duration.ofMinutes(noticeMinutes), Duration.ofDays(horizonDays));
    }

    Span slot(Instant start) {
        return new Span(start, start.plus(Duration.ofMinutes(lengthMinutes)));
    }

    Duration buffer() {
        return Duration.ofMinutes(bufferMinutes);
    }
}
