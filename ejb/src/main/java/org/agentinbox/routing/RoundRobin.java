package org.agentinbox.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Sequential order over numbered agents: 3 had the last one, so 4, 5, 1, 2, 3 (ear/src/docs/rules.md#routing). */
final class RoundRobin {

    private RoundRobin() {}

    /**
     * @param byNumber in ascending order of their numbers
     * @param number gives each one's number
     * @param last who had the last one; need not exist any more
     * @return the same ones, beginning after the last
     */
    static <T> List<T> order(List<T> byNumber, ToIntFunction<T> number, int last) {
        List<T> order = new ArrayList<>(byNumber.size());
        byNumber.stream().filter(t -> number.applyAsInt(t) > last).forEach(order::add);
        byNumber.stream().filter(t -> number.applyAsInt(t) <= last).forEach(order::add);
        return order;
    }
}
