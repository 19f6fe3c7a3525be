package org.agentinbox.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.agentinbox.account.Person;
import org.agentinbox.hours.Span;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** A booked slot. Lock its agent's calendar before you change it. */
@Entity
class Meeting {

    @Id
    private UUID id;
    @Version
    private int version;
    private UUID agentId;
    private UUID visitorId;
    private UUID conversationId;
    private UUID clientId;
    @Enumerated(EnumType.STRING)
    private MeetingState state;
    private int sequence;
    private Instant startsAt;
    private Instant endsAt;
    private Instant freeAt;
    private String name;
    private String email;
    private String company;
    private String locale;
    private String timeZone;
    private Instant createdAt;
    private Instant changedAt;

    protected Meeting() {}

    Meeting(UUID id, AgentCalendar calendar, Guest guest, UUID conversationId, UUID clientId, Instant start, Instant now) {
        this.id = id;
        this.agentId = calendar.accountId();
        this.visitorId = guest.visitorId();
        this.conversationId = conversationId;
        this.clientId = clientId;
        this.state = MeetingState.BOOKED;
        this.name = guest.name();
        this.email = guest.email();
        this.company = guest.company();
        this.locale = guest.locale();
        this.timeZone = guest.timeZone();
        this.createdAt = now;
        this.changedAt = now;
        take(calendar.slot(start), calendar.buffer());
    }

    private void take(Span slot, Duration buffer) {
        startsAt = slot.from();
        endsAt = slot.to();
        freeAt = slot.to().plus(buffer);
    }

    /** Moves it to another slot; it gets the length that the agent's settings have now. */
    void move(AgentCalendar calendar, Instant start, Instant now) {
        checkAhead(now);
        take(calendar.slot(start), calendar.buffer());
        changed(now);
    }

    /** Moves it to a time from the connected calendar, whether that is free or not. */
    void move(Span to, Instant now) {
        checkAhead(now);
        take(to, Duration.between(endsAt, freeAt));
        changed(now);
    }

    void cancel(Instant now) {
        checkAhead(now);
        state = MeetingState.CANCELLED;
        changed(now);
    }

    private void checkAhead(Instant now) {
        if (state != MeetingState.BOOKED || !endsAt.isAfter(now)) {
            throw new RefusedException(Refusal.MEETING_OVER, "This meeting was cancelled, or it is over.");
        }
    }

    private void changed(Instant now) {
        sequence++;
        changedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID agentId() {
        return agentId;
    }

    UUID visitorId() {
        return visitorId;
    }

    UUID conversationId() {
        return conversationId;
    }

    boolean isBooked() {
        return state == MeetingState.BOOKED;
    }

    Span slot() {
        return new Span(startsAt, endsAt);
    }

    MeetingView view(Person agent) {
        return new MeetingView(id, agent, visitorId, conversationId, state, sequence, startsAt, endsAt, name, email, company, locale,
            timeZone, createdAt,
            changedAt);
    }
}
