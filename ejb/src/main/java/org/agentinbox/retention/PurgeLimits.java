package org.agentinbox.retention;

/**
 * How much goes in one transaction, so that it takes a fraction of a second.
 *
 * @param conversations at most
 * @param messages of theirs that go one by one, at most, unless a single conversation has more
 * @param moved the most messages that a partition which is dropped may have to keep
 * @param aged rows that age by themselves, at most
 * @param visitors that are looked at
 */
record PurgeLimits(int conversations, int messages, int moved, int aged, int visitors) {

    static final PurgeLimits USUAL = new PurgeLimits(1_000, 5_000, 2_000, 2_000, 2_000);

    /** A share of them, for a machine that has much to do; what may be moved is a question of whether, not of how much at a time. */
    PurgeLimits share(double share) {
        return new PurgeLimits(part(conversations, share), part(messages, share), moved, part(aged, share), part(visitors, share));
    }

    private static int part(int whole, double share) {
        return (int) Math.max(1, Math.round(whole * share));
    }
}
