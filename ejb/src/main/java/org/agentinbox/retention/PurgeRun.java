package org.agentinbox.retention;

import java.time.Instant;
import java.util.UUID;

/**
 * A stored run of the purge.
 *
 * @param cutoff what ended at that instant or later is kept
 * @param dry whether it only counts
 * @param cursor where its present step continues; null before the first step
 */
record PurgeRun(UUID id, Instant cutoff, boolean dry, String cursor) {}
