package org.agentinbox.retention;

import java.sql.SQLException;
import java.time.Instant;
import java.time.Period;
import java.util.UUID;

import org.agentinbox.platform.audit.AuditRetention;

/** The purge, in chunks: each is one transaction, which also records what it removed. */
final class Purge {

    /**
     * In this order, because rows that conversations leave behind are handled after the conversations, and visitors after all their
     * history.
     */
    enum Step {
        CONVERSATIONS, MESSAGES, AGED, VISITORS, RECORDS, AUDIT
    }

    private final HistoryTables tables;
    private final Period auditRetention;

    /** @param auditRetention how long entries of the audit trail are kept, in days */
    Purge(HistoryTables tables, Period auditRetention) {
        this.tables = tables;
        this.auditRetention = auditRetention;
    }

    /**
     * Handles one chunk of a step.
     *
     * @param session in a transaction of its own
     * @param patient whether to wait for the locks that dropping a partition needs; false after waiting was in vain, so that rows are
     * deleted one by one
     * @return whether there may be more
     */
    boolean next(JdbcSession session, UUID runId, Step step, boolean patient, PurgeLimits limits, Instant now) throws SQLException {
        Deletion.waitForOthers(session);
        PurgeRunRepository record = new PurgeRunRepository(session);
        PurgeRun run = record.take(runId);
        String prefix = step + " ";
        String place = run.cursor() != null && run.cursor().startsWith(prefix) ? run.cursor().substring(prefix.length()) : null;
        PurgeChunk chunk = of(step, patient, limits, now).next(session, new PurgeRun(run.id(), run.cutoff(), run.dry(), place));
        record.moved(runId, chunk.cursor() == null ? run.cursor() : prefix + chunk.cursor(), chunk.removed(), now);
        return chunk.cursor() != null;
    }

    private PurgeStep of(Step step, boolean patient, PurgeLimits limits, Instant now) {
        return switch (step) {
            case CONVERSATIONS -> new PurgeConversations(tables, limits);
            case MESSAGES -> new PurgeMessages(limits, !patient);
            case AGED -> new PurgeAged(tables.aged(), limits);
            case VISITORS -> new PurgeVisitors(tables, limits);
            case RECORDS -> new PurgeRecords(tables, limits);
            case AUDIT -> new PurgeAudit(AuditRetention.cutoff(auditRetention, now), limits);
        };
    }
}
