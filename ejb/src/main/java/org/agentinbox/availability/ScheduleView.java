package org.agentinbox.availability;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.agentinbox.hours.Block;

/**
 * The hours of an agent's week.
 *
 * @param agentId whose
 * @param agentName as people see it
 * @param zone the time zone of the blocks
 * @param blocks in order
 */
public record ScheduleView(UUID agentId, String agentName, ZoneId zone, List<Block> blocks) {}
