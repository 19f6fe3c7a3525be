package org.agentinbox.retention;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.platform.Settings;
import org.agentinbox.platform.deadline.DailyJobs;
import org.agentinbox.platform.deadline.DeadlineHandler;
import org.agentinbox.platform.deadline.DeadlineKind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Starts the purge when it is due. */
@ApplicationScoped
@DeadlineKind(PurgeSchedule.KIND)
class PurgeSchedule implements DeadlineHandler {

    static final String KIND = "HISTORY_PURGE";

    @Inject
    private Settings settings;
    @Inject
    private DailyJobs jobs;

    @Override
    public Optional<Instant> due(UUID nothing, Instant now) {
        return Optional.of(jobs.start(PurgeJob.NAME, settings.batch().purgeAt(), now));
    }
}
