package org.agentinbox.retention;

import java.time.Instant;
import java.util.UUID;

/**
 * A run of the purge, as stored.
 *
 * @param cutoff nothing that ended at that instant or later goes
 * @param dry whether it only counts
 * @param cursor how far its present step has come; null before the first
 */
record PurgeRun(UUID id, Instant cutoff, boolean dry, String cursor) {}
