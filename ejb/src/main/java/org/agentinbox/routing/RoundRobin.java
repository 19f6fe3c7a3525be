package org.agentinbox.routing;

import java.util.Comparator;

/** The sequential order of numbered agents: where agent 3 had the last chat, the order is 4, 5, 1, 2, 3 (ear/src/docs/rules.md#routing). */
final class RoundRobin {

    private RoundRobin() {}

    /**
     * @param last the number that had the last turn; nobody needs to have it any more
     * @return the order of the numbers' next turns
     */
    static Comparator<Integer> after(int last) {
        return Comparator.<Integer, Boolean>comparing(number -> number <= last).thenComparing(Comparator.naturalOrder());
    }
}
