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
 * Starts batch jobs once a day for the whole cluster: a deadline of which there is one row says when, whichever node takes it starts
 * the job, and what was due while no node was up is made up for once.
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
     * Puts the deadline to the next time that the settings say; one that is overdue stays so.
     *
     * @param kind of the deadline
     * @param at the time of the day, or empty for a job that is not started by itself
     */
    @Transactional
    public void align(String kind, Optional<LocalTime> at) {
        Instant now = clock.instant();
        em.createNativeQuery("UPDATE deadline SET due_at = :next WHERE id IN "
            + "(SELECT id FROM deadline WHERE kind = :kind AND due_at > :now FOR UPDATE SKIP LOCKED)")
            .setParameter("next", next(at, now)).setParameter("kind", kind).setParameter("now", now).executeUpdate();
    }

    /**
     * Starts a job, where it is to be started by itself.
     *
     * @param job its name
     * @param at as of {@link #align}
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

    /** Where the clocks skip the time, as much later. */
    static Instant next(LocalTime at, ZoneId zone, Instant now) {
        ZonedDateTime today = now.atZone(zone).toLocalDate().atTime(at).atZone(zone);
        return today.toInstant().isAfter(now) ? today.toInstant() : today.toLocalDate().plusDays(1).atTime(at).atZone(zone).toInstant();
    }
}
