package org.agentinbox.availability;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.UUID;

import org.agentinbox.hours.Block;
import org.agentinbox.hours.Schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Hours for the agents of the demo. Works in its caller's transaction. */
@ApplicationScoped
public class DemoHours {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private AvailabilityPublisher publisher;

    /**
     * Sets the same hours from Monday to Friday.
     *
     * @param agentId whose
     * @param zone IANA name
     * @param hours such as {@code 09:00-12:30}
     */
    public void weekdays(UUID agentId, String zone, String... hours) {
        Agent agent = em.find(Agent.class, agentId);
        agent.work(new Schedule(ZoneId.of(zone), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).stream()
            .flatMap(day -> Arrays.stream(hours).map(block -> block.split("-")).map(times -> Block.of(day, times[0], times[1]))).toList()));
        publisher.tell(agent);
    }
}
