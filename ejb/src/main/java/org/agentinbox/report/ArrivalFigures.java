package org.agentinbox.report;

/**
 * What became of the live chats that were requested in some hours or by some entry, as visitors see it; times as in {@link DayFigures} of
 * all.
 *
 * @param requested chats that were requested
 * @param connected how many of these an agent accepted
 * @param missed how many are over without an agent
 * @param queued how many waited in a queue
 * @param leaving of the visitors who left before an agent accepted: from the request until they left
 * @param queueWait from when a visitor came into the queue until an agent accepted or the chat was over; of who still waits there is none
 * @param longestWait of these the longest, in milliseconds; null where there is none
 */
public record ArrivalFigures(long requested, long connected, long missed, long queued, DurationStats leaving, DurationStats accept,
    DurationStats response, DurationStats length, DurationStats queueWait, Long longestWait) {

    /** No chats. */
    public static final ArrivalFigures NONE = new ArrivalFigures(0, 0, 0, 0, DurationStats.NONE, DurationStats.NONE, DurationStats.NONE,
        DurationStats.NONE, DurationStats.NONE, null);

    ArrivalFigures and(ArrivalFigures others) {
        return new ArrivalFigures(requested + others.requested, connected + others.connected, missed + others.missed,
            queued + others.queued, leaving.and(others.leaving), accept.and(others.accept), response.and(others.response),
            length.and(others.length), queueWait.and(others.queueWait), longer(longestWait, others.longestWait));
    }

    private static Long longer(Long one, Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.max(one, other);
    }
}
