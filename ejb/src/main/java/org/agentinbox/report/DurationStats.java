package org.agentinbox.report;

/**
 * Statistics of durations.
 *
 * @param count how many
 * @param total their sum in milliseconds
 * @param median in milliseconds, or null where there is none
 */
public record DurationStats(long count, long total, Long median) {

    static final DurationStats NONE = new DurationStats(0, 0, null);

    /** @return the mean in milliseconds, or null where there is none */
    public Long mean() {
        return count == 0 ? null : Long.valueOf(Math.round((double) total / count));
    }

    /** Both together. Their median is unknown, because it does not follow from the two medians. */
    DurationStats and(DurationStats others) {
        return new DurationStats(count + others.count, total + others.total, null);
    }
}
