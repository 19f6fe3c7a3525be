package org.agentinbox.retention;

import java.time.Instant;
import java.util.Map;

/**
 * The record of a purge or an erasure.
 *
 * @param id never changes
 * @param erasure whether it is an erasure; else a run of the purge
 * @param execution of the job, as the server's console numbers it; null for an erasure
 * @param startedBy {@code schedule}, {@code management} (the console or the command line), or the name of who started it
 * @param cutoff what ended at that instant or later was kept; null for an erasure
 * @param dry whether it only counted
 * @param state {@code RUNNING}, {@code COMPLETED}, {@code STOPPED}, {@code FAILED}, or {@code INTERRUPTED} where its server ended during
 * the run
 * @param startedAt when it was first started
 * @param endedAt when it ended, or null
 * @param removed how many rows by table
 */
public record RetentionRunView(String id, boolean erasure, Long execution, String startedBy, Instant cutoff, boolean dry, String state,
    Instant startedAt,
    Instant endedAt, Map<String, Long> removed) {}
