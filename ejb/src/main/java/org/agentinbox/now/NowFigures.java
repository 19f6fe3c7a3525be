package org.agentinbox.now;

import java.util.List;

/**
 * The chats that were requested today, by the zone of the reports.
 *
 * @param requested how many
 * @param connected of these, how many an agent accepted
 * @param missed how many are over without an agent having accepted
 * @param queued how many waited in a queue
 * @param left of those missed, how many were ended by their visitor
 * @param accept the median time from the request to the acceptance in milliseconds, or null
 * @param response the median time from the request to the first text of an agent in milliseconds, or null
 * @param hours those hours in which chats were requested, in order
 */
public record NowFigures(int requested, int connected, int missed, int queued, int left, Long accept, Long response,
    List<NowHour> hours) {
    /** Copies the list. */
    public NowFigures {
        hours = List.copyOf(hours);
    }
}
