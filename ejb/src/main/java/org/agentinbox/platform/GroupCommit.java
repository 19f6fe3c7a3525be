package org.agentinbox.platform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Writes what many want written at the same time in one go. Whoever finds a writer's place free writes at once, in their own thread;
 * what comes while all are taken is written together when a place gets free, and no thread waits for that: alone nobody waits for
 * company, and a crowd shares one round trip and one flush to the disk.
 *
 * <p>What has the same key is written in the order in which it came, and what came of it is told in that order.
 *
 * @param <T> what is written
 * @param <R> what came of it
 */
public final class GroupCommit<T, R> {

    private final Limits limits;
    private final Function<T, Object> key;
    private final Function<List<T>, List<R>> writer;
    private final Predicate<RuntimeException> hitsAll;
    private final Executor others;
    private final ArrayDeque<Entry<T, R>> waiting = new ArrayDeque<>();
    private final Set<Object> underWay = new HashSet<>();
    private int writing;

    /**
     * @param writers how many groups are written at a time at most
     * @param together how many are written together at most
     * @param waiting how many may wait
     */
    public record Limits(int writers, int together, int waiting) {}

    private record Entry<T, R>(T item, Object key, CompletableFuture<R> result) {}

    /**
     * @param key of an item
     * @param writer writes all or nothing, and gives the results in the same order
     * @param hitsAll tells failures that have nothing to do with what was written: no item is tried again by itself
     * @param others runs what is written for those who did not wait
     */
    public GroupCommit(Limits limits, Function<T, Object> key, Function<List<T>, List<R>> writer, Predicate<RuntimeException> hitsAll,
        Executor others) {
        this.limits = limits;
        this.key = key;
        this.writer = writer;
        this.hitsAll = hitsAll;
        this.others = others;
    }

    /**
     * Writes an item, alone or with others.
     *
     * @param item to write
     * @return what comes of it, completed by the thread that wrote it; or what the writer threw: then this item is not written, as far as
     *     is known
     * @throws RejectedExecutionException where too many wait already
     */
    public CompletableFuture<R> write(T item) {
        Entry<T, R> own = new Entry<>(item, key.apply(item), new CompletableFuture<>());
        List<Entry<T, R>> group;
        synchronized (waiting) {
            if (waiting.size() >= limits.waiting()) {
                throw new RejectedExecutionException("More than " + limits.waiting() + " wait to be written.");
            }
            waiting.add(own);
            group = take();
        }
        if (!group.isEmpty()) {
            write(group);
            handOn(release(group));
        }
        return own.result();
    }

    /** Those to write now: none where all writers are busy, and none of a key that is under way. */
    private List<Entry<T, R>> take() {
        List<Entry<T, R>> group = new ArrayList<>();
        if (writing == limits.writers()) {
            return group;
        }
        for (Iterator<Entry<T, R>> all = waiting.iterator(); all.hasNext() && group.size() < limits.together();) {
            Entry<T, R> entry = all.next();
            if (!underWay.contains(entry.key())) {
                group.add(entry);
                all.remove();
            }
        }
        if (!group.isEmpty()) {
            writing++;
            group.forEach(entry -> underWay.add(entry.key()));
        }
        return group;
    }

    /** Gives the writer's place back, or takes those who came meanwhile. */
    private List<Entry<T, R>> release(List<Entry<T, R>> group) {
        synchronized (waiting) {
            writing--;
            group.forEach(entry -> underWay.remove(entry.key()));
            return take();
        }
    }

    /** Whoever wrote for themselves has done their part. */
    private void handOn(List<Entry<T, R>> group) {
        if (!group.isEmpty()) {
            try {
                others.execute(() -> writeOn(group));
            } catch (RejectedExecutionException e) {
                // The server stops: nobody else is there any more.
                writeOn(group);
            }
        }
    }

    private void writeOn(List<Entry<T, R>> first) {
        for (List<Entry<T, R>> group = first; !group.isEmpty(); group = release(group)) {
            write(group);
        }
    }

    /** One that cannot be written must not take the others with it: after a failure each has a try of its own. */
    private void write(List<Entry<T, R>> group) {
        List<R> results;
        try {
            results = writer.apply(group.stream().map(Entry::item).toList());
        } catch (RuntimeException e) {
            if (group.size() == 1 || hitsAll.test(e)) {
                group.forEach(entry -> entry.result().completeExceptionally(e));
            } else {
                group.forEach(entry -> write(List.of(entry)));
            }
            return;
        } catch (Error e) {
            group.forEach(entry -> entry.result().completeExceptionally(e));
            return;
        }
        for (int i = 0; i < results.size(); i++) {
            group.get(i).result().complete(results.get(i));
        }
    }
}
