package org.agentinbox.retention;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** The purge, portion by portion: each in one transaction that also writes down what it did. */
final class Purge {

    /** In this order: what a conversation leaves behind is looked at after the conversations, visitors after all they did. */
    enum Step {
        CONVERSATIONS, MESSAGES, AGED, VISITORS, RECORDS
    }

    private final HistoryTables tables;

    Purge(HistoryTables tables) {
        this.tables = tables;
    }

    /**
     * Does a portion of a step.
     *
     * @param rows in a transaction of its own
     * @param patient false where waiting for locks was of no use: the slow way is taken
     * @return whether there may be more
     */
    boolean next(Rows rows, UUID runId, Step step, boolean patient, Limits limits, Instant now) throws SQLException {
        Deletion.waitForOthers(rows);
        RunRecord record = new RunRecord(rows);
        Run run = record.take(runId);
        String prefix = step + " ";
        String place = run.place() != null && run.place().startsWith(prefix) ? run.place().substring(prefix.length()) : null;
        Portion portion = of(step, patient, limits).next(rows, new Run(run.id(), run.cutoff(), run.dry(), place));
        record.moved(runId, portion.place() == null ? run.place() : prefix + portion.place(), portion.removed(), now);
        return portion.place() != null;
    }

    private PurgeStep of(Step step, boolean patient, Limits limits) {
        return switch (step) {
            case CONVERSATIONS -> new PurgeConversations(tables, limits);
            case MESSAGES -> new PurgeMessages(limits, !patient);
            case AGED -> new PurgeAged(tables.aged(), limits);
            case VISITORS -> new PurgeVisitors(tables, limits);
            case RECORDS -> new PurgeRecords(tables, limits);
        };
    }
}
