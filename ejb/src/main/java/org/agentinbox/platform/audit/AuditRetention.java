package org.agentinbox.platform.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;

/** How entries of the audit trail go: by their age alone, for the purge. */
public final class AuditRetention {

    /** Removes entries from before an instant, the first parameter, at most as many as the second one says; gives how many went. */
    public static final String PURGE = "SELECT purge_audit(?, ?)";
    /** How many entries are from before an instant. */
    public static final String COUNT = "SELECT count(*) FROM audit_entry WHERE at < ?";

    private AuditRetention() {}

    /**
     * @param retention of the settings, in days
     * @return the instant from which on entries are kept
     */
    public static Instant cutoff(Period retention, Instant now) {
        return now.minus(Duration.ofDays(retention.getDays()));
    }
}
