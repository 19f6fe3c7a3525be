package org.agentinbox.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** The sequential order of numbered agents: where agent 3 had the last chat, the order is 4, 5, 1, 2, 3 (ear/src/docs/rules.md#routing). */
final class RoundRobin {

    private RoundRobin() {}

    /**
     * @param byNumber in ascending order of their numbers
     * @param number gives an element's number
     * @param last the number that had the last turn; no element needs to have it any more
     * @return the same elements, beginning after that number
     */
    static <T> List<T> order(List<T> byNumber, ToIntFunction<T> number, int last) {
        List<T> order = new ArrayList<>(byNumber.size());
        byNumber.stream().filter(t -> number.applyAsInt(t) > last).forEach(order::add);
        byNumber.stream().filter(t -> number.applyAsInt(t) <= last).forEach(order::add);
        return order;
    }
}
