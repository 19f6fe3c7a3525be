package org.agentinbox.retention;

import java.time.Instant;
import java.util.Map;

/**
 * What was written down of a purge or an erasure.
 *
 * @param id never changes
 * @param erasure of one visitor; else a run of the purge
 * @param execution of the job, as the server's console numbers it; null for an erasure
 * @param startedBy {@code schedule}, {@code management} (the console or the command line), or the name of who did it
 * @param cutoff nothing younger went; null for an erasure
 * @param dry whether it only counted
 * @param state {@code RUNNING}, {@code COMPLETED}, {@code STOPPED}, {@code FAILED}, or {@code INTERRUPTED}: its server ended under it
 * @param startedAt when it began, the first time
 * @param endedAt when it ended, or null
 * @param removed how many rows of which table
 */
public record RetentionRunView(String id, boolean erasure, Long execution, String startedBy, Instant cutoff, boolean dry, String state,
    Instant startedAt,
    Instant endedAt, Map<String, Long> removed) {}
