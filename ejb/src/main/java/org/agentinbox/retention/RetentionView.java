package org.agentinbox.retention;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What is kept, and what went.
 *
 * @param days how long history is kept
 * @param cutoff what is older than this would go now
 * @param purgeAt when it goes each day; none: when somebody starts the job
 * @param zone of that time
 * @param runs the last ones, newest first
 */
public record RetentionView(int days, Instant cutoff, Optional<LocalTime> purgeAt, ZoneId zone, List<RetentionRunView> runs) {}
