package org.agentinbox.retention;

/**
 * How much one transaction removes, so that it takes a fraction of a second.
 *
 * @param conversations how many at most
 * @param messages how many of theirs are deleted one by one, unless a single conversation has more
 * @param moved how many messages at most are moved out of a partition that is dropped
 * @param aged how many rows are removed by their own age at most
 * @param visitors how many are considered at most
 */
record PurgeLimits(int conversations, int messages, int moved, int aged, int visitors) {

    static final PurgeLimits USUAL = new PurgeLimits(1_000, 5_000, 2_000, 2_000, 2_000);

    /**
     * A share of the limits, for a busy machine. The limit of moved messages stays, because it decides whether a partition is dropped at
     * all.
     */
    PurgeLimits share(double share) {
        return new PurgeLimits(part(conversations, share), part(messages, share), moved, part(aged, share), part(visitors, share));
    }

    private static int part(int whole, double share) {
        return (int) Math.max(1, Math.round(whole * share));
    }
}
