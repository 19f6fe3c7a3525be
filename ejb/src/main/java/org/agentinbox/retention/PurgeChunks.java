package org.agentinbox.retention;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.platform.Settings;
import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Runs the transactions of the purge for its job. */
@ApplicationScoped
class PurgeChunks {

    @Inject
    private RetentionDatabase database;
    @Inject
    private Clock clock;
    @Inject
    private HistoryTables tables;
    @Inject
    private Settings settings;
    @Inject
    private Audit audit;

    @Transactional(TxType.REQUIRES_NEW)
    PurgeRun open(PurgeRunRepository.Wanted wanted) {
        return database.with(session -> new PurgeRunRepository(session).open(wanted, clock.instant()));
    }

    /** Runs the chunks of one step one after the other. */
    Series series() {
        return new Series(database.line());
    }

    final class Series implements AutoCloseable {

        private final RetentionDatabase.PinnedConnection pinned;
        private final Purge purge = new Purge(tables, settings.auditRetention());

        private Series(RetentionDatabase.PinnedConnection pinned) {
            this.pinned = pinned;
        }

        /**
         * As {@link Purge#next}, in a transaction of its own; fails with {@link RetentionDatabase.BusyException} where a lock could not be
         * got.
         */
        boolean next(UUID run, Purge.Step step, boolean patient, PurgeLimits limits) {
            return pinned.with(session -> purge.next(session, run, step, patient, limits, clock.instant()));
        }

        @Override
        public void close() {
            pinned.close();
        }
    }

    /** Records how the run ended; returns what it removed. */
    @Transactional(TxType.REQUIRES_NEW)
    Map<String, Long> close(UUID run, String state) {
        Map<String, Long> removed = database.with(session -> {
            PurgeRunRepository record = new PurgeRunRepository(session);
            record.closed(run, state, clock.instant());
            return record.counts(run);
        });
        audit.record(AuditRecord.of(AuditAct.PURGE_RUN).about(AuditSubject.PURGE, run, null).by((UUID) null)
            .changed(null, Map.of("state", state, "removed", removed)));
        return removed;
    }
}
