package org.agentinbox.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private static final int CROWD = 20;

    private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch firstIsWriting = new CountDownLatch(1);
    private final CountDownLatch firstMayFinish = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newFixedThreadPool(CROWD + 1);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private List<String> write(List<Integer> items) {
        groups.add(items);
        if (items.contains(0) && groups.size() == 1) {
            firstIsWriting.countDown();
            await(firstMayFinish);
        }
        if (items.contains(13)) {
            throw new IllegalArgumentException("13");
        }
        if (items.contains(66)) {
            throw new IllegalStateException("everything is down");
        }
        return items.stream().map(i -> "written " + i).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private GroupCommit<Integer, String> groupCommit(int writers, int together) {
        return groupCommit(writers, together, i -> i, 1_000);
    }

    private GroupCommit<Integer, String> groupCommit(int writers, int together, Function<Integer, Object> key, int waiting) {
        return new GroupCommit<>(new GroupCommit.Limits(writers, together, waiting), key, this::write,
            IllegalStateException.class::isInstance, threads);
    }

    /** One writes and is held; the others come meanwhile, and no thread of theirs waits. Returns what came of each. */
    private List<CompletableFuture<String>> crowd(GroupCommit<Integer, String> commit, List<Integer> others) {
        CompletableFuture<String> first = held(commit);
        List<CompletableFuture<String>> all = new ArrayList<>(List.of(first));
        others.forEach(i -> all.add(commit.write(i)));
        assertTrue(all.stream().noneMatch(CompletableFuture::isDone));
        firstMayFinish.countDown();
        return all;
    }

    private CompletableFuture<String> held(GroupCommit<Integer, String> commit) {
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> commit.write(0), threads).thenCompose(result -> result);
        await(firstIsWriting);
        return first;
    }

    private static List<Integer> others() {
        return IntStream.rangeClosed(101, 100 + CROWD).boxed().toList();
    }

    private static String problem(CompletableFuture<String> result) {
        return assertThrows(CompletionException.class, result::join).getCause().getMessage();
    }

    @Test
    void aloneNobodyWaitsForAnybodyNorForAnotherThread() {
        GroupCommit<Integer, String> commit = new GroupCommit<>(new GroupCommit.Limits(1, 64, 9), i -> i, this::write, e -> false, task -> {
            throw new AssertionError("nobody else is needed");
        });
        assertEquals("written 7", commit.write(7).getNow(null));
        assertEquals(List.of(List.of(7)), groups);
    }

    @Test
    void eachGetsItsOwnResultAndAllWhoWaitAreWrittenTogether() {
        List<CompletableFuture<String>> all = crowd(groupCommit(1, 64), others());
        assertEquals("written 0", all.get(0).join());
        for (int i = 0; i < CROWD; i++) {
            assertEquals("written " + others().get(i), all.get(i + 1).join());
        }
        assertEquals(List.of(List.of(0), others()), groups);
    }

    @Test
    void noGroupIsLargerThanAllowed() {
        crowd(groupCommit(1, 3), others()).forEach(CompletableFuture::join);
        assertTrue(groups.stream().allMatch(group -> group.size() <= 3), groups.toString());
        assertEquals(others(), groups.stream().skip(1).flatMap(List::stream).toList());
    }

    @Test
    void oneThatCannotBeWrittenFailsAlone() {
        List<Integer> others = new ArrayList<>(others());
        others.add(13);
        List<CompletableFuture<String>> all = crowd(groupCommit(1, 64), others);
        assertEquals("13", problem(all.get(CROWD + 1)));
        all.subList(0, CROWD + 1).forEach(CompletableFuture::join);
    }

    @Test
    void afterAFailureTheNextOneIsWritten() {
        GroupCommit<Integer, String> commit = groupCommit(1, 64);
        assertEquals("13", problem(commit.write(13)));
        assertEquals("written 1", commit.write(1).join());
    }

    @Test
    void aFailureThatHitsAllIsNotTriedAgainOneByOne() {
        List<CompletableFuture<String>> all = crowd(groupCommit(1, 64), Stream.concat(Stream.of(66), others().stream()).toList());
        all.subList(1, all.size()).forEach(result -> assertEquals("everything is down", problem(result)));
        assertEquals(2, groups.size());
    }

    @Test
    void aSecondWriterDoesNotWaitForTheFirst() {
        GroupCommit<Integer, String> commit = groupCommit(2, 64);
        CompletableFuture<String> first = held(commit);
        assertEquals("written 7", commit.write(7).getNow(null));
        assertFalse(first.isDone());
        firstMayFinish.countDown();
        assertEquals("written 0", first.join());
    }

    /** Although there is a writer who could: the later one must not be first. */
    @Test
    void whatHasTheSameKeyIsWrittenInTheOrderInWhichItCame() {
        GroupCommit<Integer, String> commit = groupCommit(2, 64, i -> i % 2, 1_000);
        CompletableFuture<String> first = held(commit);
        CompletableFuture<String> even = commit.write(2);
        assertEquals("written 1", commit.write(1).getNow(null));
        assertFalse(even.isDone());
        CompletableFuture<String> evenToo = commit.write(4);
        firstMayFinish.countDown();
        CompletableFuture.allOf(first, even, evenToo).join();
        assertEquals(List.of(List.of(0), List.of(1), List.of(2, 4)), groups);
    }

    /** What is told of the first must not be overtaken by what is told of the second. */
    @Test
    void whatCameOfAKeyIsToldInOrder() {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch tellingTheFirst = new CountDownLatch(1);
        CountDownLatch mayTell = new CountDownLatch(1);
        GroupCommit<Integer, String> commit = groupCommit(2, 1, i -> "same", 1_000);
        CompletableFuture<String> first = held(commit);
        CompletableFuture<String> second = commit.write(2).thenApply(result -> {
            tellingTheFirst.countDown();
            await(mayTell);
            told.add(result);
            return result;
        });
        CompletableFuture<Boolean> third = commit.write(4).thenApply(told::add);
        firstMayFinish.countDown();
        await(tellingTheFirst);
        assertEquals("written 0", first.join());
        assertFalse(third.isDone());
        mayTell.countDown();
        CompletableFuture.allOf(second, third).join();
        assertEquals(List.of("written 2", "written 4"), told);
    }

    @Test
    void whereTooManyWaitTheNextIsRefused() {
        GroupCommit<Integer, String> commit = groupCommit(1, 64, i -> i, 2);
        CompletableFuture<String> first = held(commit);
        List<CompletableFuture<String>> waiting = List.of(commit.write(1), commit.write(2));
        assertThrows(RejectedExecutionException.class, () -> commit.write(3));
        firstMayFinish.countDown();
        first.join();
        waiting.forEach(CompletableFuture::join);
    }

    /** The server stops: what waits is written all the same. */
    @Test
    void whereNoOtherThreadIsLeftTheOneThatWroteWritesOn() {
        List<CompletableFuture<String>> all = new ArrayList<>();
        GroupCommit<Integer, String> commit = new GroupCommit<>(new GroupCommit.Limits(1, 64, 9), i -> i, this::write, e -> false, task -> {
            throw new RejectedExecutionException();
        });
        all.add(held(commit));
        all.add(commit.write(1));
        firstMayFinish.countDown();
        all.forEach(CompletableFuture::join);
    }
}
