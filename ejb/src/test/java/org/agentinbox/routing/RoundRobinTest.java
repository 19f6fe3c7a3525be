package org.agentinbox.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The order in which agents are looked at (ear/src/docs/rules.md#routing). */
class RoundRobinTest {

    private static List<Integer> order(List<Integer> numbers, int last) {
        return numbers.stream().sorted(RoundRobin.after(last)).toList();
    }

    @Test
    void afterThreeComesFour() {
        assertEquals(List.of(4, 5, 1, 2, 3), order(List.of(1, 2, 3, 4, 5), 3));
    }

    @Test
    void afterTheLastComesTheFirst() {
        assertEquals(List.of(1, 2, 3, 4, 5), order(List.of(1, 2, 3, 4, 5), 5));
        assertEquals(List.of(1, 2, 3), order(List.of(1, 2, 3), 0));
    }

    @Test
    void whoHadTheLastOneMayBeGone() {
        assertEquals(List.of(4, 1, 2), order(List.of(1, 2, 4), 3));
        assertEquals(List.of(2, 7), order(List.of(2, 7), 9));
    }

    @Test
    void oneAgentGetsAll() {
        assertEquals(List.of(1), order(List.of(1), 1));
        assertEquals(List.of(), order(List.of(), 4));
    }

    @Property
    void goesUpFromNumberToNumberAndRound(@ForAll @Size(max = 8) Set<@IntRange(min = 1, max = 20) Integer> numbers,
        @ForAll @IntRange(max = 22) int last) {
        assertEquals(countingUp(numbers, last), order(List.copyOf(new TreeSet<>(numbers)), last));
    }

    /** Counts from the number after the last one up, round at 30, and takes whoever has that number. */
    private static List<Integer> countingUp(Set<Integer> numbers, int last) {
        List<Integer> met = new ArrayList<>();
        for (int step = 1; step <= 30; step++) {
            int number = (last + step) % 30;
            if (numbers.contains(number)) {
                met.add(number);
            }
        }
        return met;
    }
}
