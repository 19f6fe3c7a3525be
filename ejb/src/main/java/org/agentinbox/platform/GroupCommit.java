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
 * Groups concurrent writes. A caller who comes while fewer writers than allowed are busy writes at once, in its own thread. Items that come
 * while all are busy are written together as soon as one is free, without any caller's thread waiting. So without load no item is delayed,
 * and under load many share one round trip and one flush to the disk.
 *
 * <p>Items with the same key are written in the order in which they came, and their results are completed in that order.
 *
 * @param <T> an item to write
 * @param <R> the result of writing an item
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
     * @param key gives an item's key
     * @param writer writes all items or none, and returns the results in the same order
     * @param hitsAll whether a failure has nothing to do with the items, so that trying each alone is of no use
     * @param others runs the writing of groups whose callers did not wait
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
     * @return its result, completed by the thread that wrote it; or the writer's exception, where as far as is known the item is not
     * written
     * @throws RejectedExecutionException where too many items wait already
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

    /** The items to write now: none where all writers are busy, and none whose key is being written. */
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

    /** Frees a writer, or takes the items that have come meanwhile. */
    private List<Entry<T, R>> release(List<Entry<T, R>> group) {
        synchronized (waiting) {
            writing--;
            group.forEach(entry -> underWay.remove(entry.key()));
            return take();
        }
    }

    /** Has the next group written by another thread, so that a caller's thread writes only the group with its own item. */
    private void handOn(List<Entry<T, R>> group) {
        if (!group.isEmpty()) {
            try {
                others.execute(() -> writeOn(group));
            } catch (RejectedExecutionException e) {
                // The server stops and its threads take no more work, so this thread writes.
                writeOn(group);
            }
        }
    }

    private void writeOn(List<Entry<T, R>> first) {
        for (List<Entry<T, R>> group = first; !group.isEmpty(); group = release(group)) {
            write(group);
        }
    }

    /** After a failure of a group each item is tried alone, so that one that cannot be written does not fail the others. */
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
