package org.agentinbox.it.fuzz;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Choices that are the same for the same seed and the same number of a case. */
final class Chance {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private final SplittableRandom random;

    Chance(long seed, long number) {
        random = new SplittableRandom(seed * GOLDEN + number);
    }

    /** @return from 0 to below the bound */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    long number() {
        return random.nextLong();
    }

    UUID id() {
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & Long.MAX_VALUE | Long.MIN_VALUE);
    }
}
