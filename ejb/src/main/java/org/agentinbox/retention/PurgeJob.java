package org.agentinbox.retention;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.stream.Collectors;

import org.agentinbox.platform.BatchStepFailure;
import org.agentinbox.platform.Settings;

import jakarta.batch.api.listener.JobListener;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Opens the record of a run before its first step, also on a restart, and closes it after the last step. */
@Named
@Dependent
class PurgeJob implements JobListener {

    static final String NAME = "history-purge";
    static final String CUTOFF = "cutoff";
    static final String DRY_RUN = "dryRun";
    static final String STARTED_BY = "startedBy";
    private static final Logger LOG = Logger.getLogger(PurgeJob.class.getName());

    @Inject
    private JobContext job;
    @Inject
    private PurgeChunks chunks;
    @Inject
    private HistoryPartitions partitions;
    @Inject
    private Settings settings;
    @Inject
    private Clock clock;

    @Override
    public void beforeJob() {
        job.setTransientUserData(BatchStepFailure.inWords(this::open));
        partitions.makeAhead();
    }

    private UUID open() {
        JobOperator operator = BatchRuntime.getJobOperator();
        Properties asked = operator.getJobExecution(job.getExecutionId()).getJobParameters();
        Properties parameters = asked == null ? new Properties() : asked;
        Instant latest = cutoff(settings, clock.instant());
        return chunks
            .open(new PurgeRunRepository.Wanted(job.getInstanceId(), job.getExecutionId(), parameters.getProperty(STARTED_BY, "management"),
                parsed(parameters.getProperty(CUTOFF), latest), Boolean.parseBoolean(parameters.getProperty(DRY_RUN))))
            .id();
    }

    /** @return the instant from which on everything is kept */
    static Instant cutoff(Settings settings, Instant now) {
        return now.minus(settings.retention().getDays(), ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Parses a cutoff that somebody gave. It may keep more than the setting does, never less. */
    static Instant parsed(String text, Instant latest) {
        if (text == null || text.isBlank()) {
            return latest;
        }
        try {
            Instant cutoff = Instant.parse(text.strip());
            if (!cutoff.isAfter(latest)) {
                return cutoff;
            }
        } catch (DateTimeException e) {
            // The exception below says what is wrong.
        }
        throw new IllegalArgumentException(
            "The job parameter " + CUTOFF + " has the unusable value " + text + ": an instant not after " + latest
                + " (agentinbox.history.retention), such as " + latest);
    }

    @Override
    public void afterJob() {
        BatchStatus status = job.getBatchStatus();
        String state = switch (status) {
            case STOPPING, STOPPED -> "STOPPED";
            case FAILED, ABANDONED -> "FAILED";
            default -> "COMPLETED";
        };
        if (job.getTransientUserData() instanceof UUID run) {
            Map<String, Long> removed = chunks.close(run, state);
            String counts = removed.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(" "));
            job.setExitStatus(state + (counts.isEmpty() ? "" : " " + counts));
            LOG.info(() -> NAME + " " + job.getExecutionId() + ": " + job.getExitStatus());
        }
    }
}
