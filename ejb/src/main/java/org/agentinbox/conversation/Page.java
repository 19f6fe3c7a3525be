package org.agentinbox.conversation;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param items at most as many as asked for
 * @param next where the next part begins, or null at the end
 */
public record Page<T>(List<T> items, String next) {

    /**
     * @param found one more than {@code most} where another part follows
     * @param most how many were asked for
     * @param next gives where the part after an item begins
     */
    public static <T> Page<T> of(List<T> found, int most, Function<T, String> next) {
        List<T> items = found.subList(0, Math.min(most, found.size()));
        return new Page<>(items, found.size() > most ? next.apply(items.get(most - 1)) : null);
    }
}
