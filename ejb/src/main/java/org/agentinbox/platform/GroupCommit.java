package org.agentinbox.platform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Writes what several threads want written at the same time in one go. Whoever finds a writer's place free writes at once, what
 * comes while all are taken is written together by the first of those who wait: alone nobody waits for company, and a crowd
 * shares one round trip and one flush to the disk.
 *
 * @param <T> what is written
 * @param <R> what came of it
 */
public final class GroupCommit<T, R> {

    private final int writers;
    private final int most;
    private final Function<List<T>, List<R>> writer;
    private final Predicate<RuntimeException> hitsAll;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Entry> waiting = new ArrayDeque<>();
    private int writing;

    /**
     * @param writers how many groups are written at a time at most
     * @param most how many are written together at most
     * @param writer writes all or nothing, and gives the results in the same order
     * @param hitsAll tells failures that have nothing to do with what was written: no item is tried again by itself
     */
    public GroupCommit(int writers, int most, Function<List<T>, List<R>> writer, Predicate<RuntimeException> hitsAll) {
        this.writers = writers;
        this.most = most;
        this.writer = writer;
        this.hitsAll = hitsAll;
    }

    private final class Entry {
        private final T item;
        private final Condition turn = lock.newCondition();
        private R result;
        private RuntimeException failure;
        private boolean done;

        private Entry(T item) {
            this.item = item;
        }

        private R outcome() {
            if (failure != null) {
                throw failure;
            }
            return result;
        }
    }

    /**
     * Writes an item, alone or with others, and waits until that is done.
     *
     * @param item to write
     * @return what came of it
     * @throws RuntimeException what the writer threw; then this item is not written
     */
    public R write(T item) {
        Entry own = new Entry(item);
        List<Entry> group = join(own);
        if (!group.isEmpty()) {
            writeAll(group);
        }
        return own.outcome();
    }

    /** Waits for one's turn; gives those to write with oneself as the first, or nobody where somebody else has written. */
    private List<Entry> join(Entry own) {
        lock.lock();
        try {
            waiting.add(own);
            while (!own.done && (writing == writers || waiting.peek() != own)) {
                own.turn.awaitUninterruptibly();
            }
            List<Entry> group = new ArrayList<>();
            if (!own.done) {
                writing++;
                while (group.size() < most && !waiting.isEmpty()) {
                    group.add(waiting.poll());
                }
            }
            return group;
        } finally {
            lock.unlock();
        }
    }

    private void writeAll(List<Entry> group) {
        try {
            settle(group);
        } finally {
            lock.lock();
            try {
                writing--;
                group.forEach(entry -> {
                    entry.done = true;
                    entry.turn.signal();
                });
                if (!waiting.isEmpty()) {
                    waiting.peek().turn.signal();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** One that cannot be written must not take the others with it: after a failure each has a try of its own. */
    private void settle(List<Entry> group) {
        try {
            List<R> results = writer.apply(group.stream().map(entry -> entry.item).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).result = results.get(i);
            }
        } catch (RuntimeException e) {
            if (group.size() == 1 || hitsAll.test(e)) {
                group.forEach(entry -> entry.failure = e);
            } else {
                group.forEach(entry -> settle(List.of(entry)));
            }
        }
    }
}
