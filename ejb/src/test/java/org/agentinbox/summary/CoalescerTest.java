package org.agentinbox.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicReference;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Work about one thing is done one at a time, with a pause between, and the last asking is always answered. */
class CoalescerTest {

    private static final Duration SPACING = Duration.ofSeconds(5);

    private record Task(long at, int number, Runnable work) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            return at == other.at ? Integer.compare(number, other.number) : Long.compare(at, other.at);
        }
    }

    private long now;
    private int number;

    /**
     * One thread does all, at the time of a clock that only it moves: steps of 100 ms. Asked for at random, also while work is under way.
     */
    @Property(tries = 300)
    void oneAtATimeWithAPauseAndTheLastAskingIsAnswered(@ForAll @Size(max = 60) List<@IntRange(min = 0, max = 80) Integer> pauses,
        @ForAll @IntRange(min = 0, max = 100) int length) {
        now = 0;
        Clock clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.ofEpochMilli(now * 100);
            }
        };
        PriorityQueue<Task> tasks = new PriorityQueue<>();
        Map<String, List<Long>> began = new HashMap<>();
        Map<String, Long> asked = new HashMap<>();
        List<String> underWay = new ArrayList<>();
        AtomicReference<Coalescer<String>> self = new AtomicReference<>();
        Coalescer<String> coalescer = new Coalescer<>(clock, SPACING,
            (task, pause) -> tasks.add(new Task(now + (pause.toMillis() + 99) / 100, number++, task)), key -> {
                assertTrue(!underWay.contains(key), "two at a time");
                underWay.add(key);
                began.computeIfAbsent(key, k -> new ArrayList<>()).add(now);
                now += length;
                if (began.get(key).size() % 3 == 1) {
                    // Asked while it works.
                    asked.put(key, now);
                    self.get().ask(key);
                }
                underWay.remove(key);
            });
        self.set(coalescer);
        for (int i = 0; i < pauses.size(); i++) {
            long until = now + pauses.get(i);
            runUntil(tasks, until);
            String key = i % 4 == 0 ? "b" : "a";
            asked.put(key, now);
            coalescer.ask(key);
        }
        runUntil(tasks, Long.MAX_VALUE / 1000);
        asked.forEach((key, at) -> {
            List<Long> times = began.get(key);
            assertTrue(times.get(times.size() - 1) >= at, key + " was asked at " + at + " and done at " + times);
            for (int i = 1; i < times.size(); i++) {
                assertTrue((times.get(i) - times.get(i - 1)) * 100 >= SPACING.toMillis(), times.toString());
            }
        });
        assertEquals(asked.keySet(), began.keySet());
    }

    private void runUntil(PriorityQueue<Task> tasks, long until) {
        int steps = 0;
        while (!tasks.isEmpty() && tasks.peek().at() <= until) {
            assertTrue(steps++ < 10_000, "it comes to an end");
            Task task = tasks.poll();
            now = Math.max(now, task.at());
            task.work().run();
        }
        now = tasks.isEmpty() && until > Long.MAX_VALUE / 10_000 ? now : Math.max(now, Math.min(until, Long.MAX_VALUE / 1000));
    }
}
