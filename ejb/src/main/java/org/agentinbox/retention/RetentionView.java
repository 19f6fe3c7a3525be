package org.agentinbox.retention;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * How long history is kept, and past purges and erasures.
 *
 * @param days how long history is kept
 * @param cutoff what ended before it would be removed now
 * @param purgeAt the time of the daily purge; empty where it is only started by hand
 * @param zone of that time
 * @param runs the last ones, newest first
 */
public record RetentionView(int days, Instant cutoff, Optional<LocalTime> purgeAt, ZoneId zone, List<RetentionRunView> runs) {}
