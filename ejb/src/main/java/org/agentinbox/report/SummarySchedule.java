package org.agentinbox.report;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.platform.Settings;
import org.agentinbox.platform.deadline.DailyJobs;
import org.agentinbox.platform.deadline.DeadlineHandler;
import org.agentinbox.platform.deadline.DeadlineKind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Starts the job {@code conversation-summary} when it is due. */
@ApplicationScoped
@DeadlineKind(SummarySchedule.KIND)
class SummarySchedule implements DeadlineHandler {

    static final String KIND = "CONVERSATION_SUMMARY";
    private static final String JOB = "conversation-summary";

    @Inject
    private Settings settings;
    @Inject
    private DailyJobs jobs;

    @Override
    public Optional<Instant> due(UUID nothing, Instant now) {
        return Optional.of(jobs.start(JOB, settings.batch().summaryAt(), now));
    }
}
