package org.agentinbox.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.platform.Settings;
import org.agentinbox.platform.securitylog.LogText;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Creates the partitions of messages ahead of time, about a dozen for the time that history is kept. There are not more, because each one
 * costs time in every statement that cannot tell which partition it needs. With 90 days of history, each covers a week.
 */
@ApplicationScoped
class HistoryPartitions {

    private static final Logger LOG = Logger.getLogger(HistoryPartitions.class.getName());
    private static final int PARTITIONS = 13;

    @Inject
    private RetentionDatabase database;
    @Inject
    private Settings settings;
    @Inject
    private Clock clock;

    /** @return how many days of history a partition covers */
    static int days(int retention) {
        return Math.max(1, (int) Math.round(retention / (double) PARTITIONS));
    }

    /** Where it fails, messages go to the default partition, and the next start or the next purge tries again. */
    @Transactional(TxType.NOT_SUPPORTED)
    void makeAhead() {
        int days = days(settings.retention().getDays());
        Instant until = clock.instant().plus(Duration.ofDays(2L * days));
        try {
            long made = database.with(session -> session.count("SELECT add_message_partitions(?, ?)", until, days));
            if (made > 0) {
                LOG.info(() -> "Partitions of messages made: " + made);
            }
        } catch (RetentionDatabase.BusyException e) {
            LOG.log(Level.WARNING, "No partitions of messages could be made; the next start or purge tries again: {0}",
                LogText.oneLine(e.toString()));
        }
    }
}
