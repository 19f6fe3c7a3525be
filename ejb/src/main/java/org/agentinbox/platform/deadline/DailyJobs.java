package org.agentinbox.platform.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;

import org.agentinbox.platform.Settings;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * Starts batch jobs once a day for the whole cluster. The time is a deadline of which there is one row, so whichever node takes it starts
 * the job. Times that passed while no node was up are made up for by one run.
 */
@ApplicationScoped
public class DailyJobs {

    private static final Logger LOG = Logger.getLogger(DailyJobs.class.getName());
    private static final Duration LOOK_AGAIN = Duration.ofDays(1);

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Settings settings;

    /**
     * Moves the deadline to the next time that the settings give. A deadline that is overdue is left as it is.
     *
     * @param kind of the deadline
     * @param at the time of day, or empty for a job that is only started by hand
     */
    @Transactional
    public void align(String kind, Optional<LocalTime> at) {
        Instant now = clock.instant();
        em.createNativeQuery("UPDATE deadline SET due_at = :next WHERE id IN "
            + "(SELECT id FROM deadline WHERE kind = :kind AND due_at > :now FOR UPDATE SKIP LOCKED)")
            .setParameter("next", next(at, now)).setParameter("kind", kind).setParameter("now", now).executeUpdate();
    }

    /**
     * Starts a job, unless it is only started by hand.
     *
     * @param job its name
     * @param at as for {@link #align}
     * @param now the present instant
     * @return when it is due again
     */
    public Instant start(String job, Optional<LocalTime> at, Instant now) {
        if (at.isPresent()) {
            Properties parameters = new Properties();
            parameters.setProperty("startedBy", "schedule");
            long execution = BatchRuntime.getJobOperator().start(job, parameters);
            LOG.info(() -> "Job " + job + " started, execution " + execution);
        }
        return next(at, now);
    }

    private Instant next(Optional<LocalTime> at, Instant now) {
        return at.map(time -> next(time, settings.batch().zone(), now)).orElse(now.plus(LOOK_AGAIN));
    }

    /** The next instant at which it is this time of day; where the clocks skip it on a day, later by what they skip. */
    static Instant next(LocalTime at, ZoneId zone, Instant now) {
        ZonedDateTime today = now.atZone(zone).toLocalDate().atTime(at).atZone(zone);
        return today.toInstant().isAfter(now) ? today.toInstant() : today.toLocalDate().plusDays(1).atTime(at).atZone(zone).toInstant();
    }
}
