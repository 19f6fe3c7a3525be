package org.agentinbox.meeting;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

import org.agentinbox.availability.AgentZones;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Meetings in the form that other calendars store. Works in its caller's transaction. */
@ApplicationScoped
public class MeetingFiles {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Calendars calendars;
    @Inject
    private AgentZones zones;
    @Inject
    private MeetingMail mail;

    /**
     * @param meeting which
     * @return the iCalendar object that its agent's calendar server stores
     */
    public String stored(MeetingView meeting) {
        return mail.stored(meeting);
    }

    /**
     * @param agentId whose
     * @return the agent's time zone; UTC where they never set one
     */
    public ZoneId zone(UUID agentId) {
        AgentCalendar calendar = em.find(AgentCalendar.class, agentId);
        return calendar == null ? zones.of(agentId).orElse(ZoneOffset.UTC) : calendars.zone(calendar);
    }
}
