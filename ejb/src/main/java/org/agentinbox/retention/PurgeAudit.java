package org.agentinbox.retention;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

import org.agentinbox.platform.audit.AuditRetention;

/** Removes old entries of the audit trail, which has a retention of its own: the run's cutoff does not count here. */
final class PurgeAudit implements PurgeStep {

    private static final String TABLE = "audit_entry";

    private final Instant cutoff;
    private final int most;

    PurgeAudit(Instant cutoff, PurgeLimits limits) {
        this.cutoff = cutoff;
        most = limits.aged();
    }

    @Override
    public PurgeChunk next(JdbcSession session, PurgeRun run) throws SQLException {
        long gone = run.dry() ? session.count(AuditRetention.COUNT, cutoff) : session.count(AuditRetention.PURGE, cutoff, most);
        return gone == 0 ? PurgeChunk.END : new PurgeChunk(Map.of(TABLE, gone), run.dry() || gone < most ? null : "more");
    }
}
