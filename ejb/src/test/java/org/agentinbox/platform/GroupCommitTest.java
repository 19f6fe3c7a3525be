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
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private static final int CROWD = 20;

    private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch firstIsWriting = new CountDownLatch(1);
    private final CountDownLatch firstMayFinish = new CountDownLatch(1);
    private final CountDownLatch askedToWrite = new CountDownLatch(CROWD);
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

    private GroupCommit<Integer, String> groupCommit(int most) {
        return new GroupCommit<>(1, most, this::write, IllegalStateException.class::isInstance);
    }

    /** One writes and is held; the others come meanwhile. Returns what came of each. */
    private List<CompletableFuture<String>> crowd(GroupCommit<Integer, String> commit, List<Integer> others) {
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> commit.write(0), threads);
        await(firstIsWriting);
        List<CompletableFuture<String>> all = new ArrayList<>(List.of(first));
        others.forEach(i -> all.add(CompletableFuture.supplyAsync(() -> {
            askedToWrite.countDown();
            return commit.write(i);
        }, threads)));
        await(askedToWrite);
        firstMayFinish.countDown();
        return all;
    }

    @Test
    void aloneNobodyWaits() {
        assertEquals("written 7", groupCommit(64).write(7));
        assertEquals(List.of(List.of(7)), groups);
    }

    @Test
    void eachGetsItsOwnResultAndEveryItemIsWrittenOnce() {
        List<Integer> others = IntStream.rangeClosed(101, 100 + CROWD).boxed().toList();
        List<CompletableFuture<String>> all = crowd(groupCommit(64), others);
        assertEquals("written 0", all.get(0).join());
        for (int i = 0; i < CROWD; i++) {
            assertEquals("written " + others.get(i), all.get(i + 1).join());
        }
        assertEquals(CROWD + 1, groups.stream().mapToInt(List::size).sum());
    }

    @Test
    void noGroupIsLargerThanAllowed() {
        crowd(groupCommit(3), IntStream.rangeClosed(101, 100 + CROWD).boxed().toList()).forEach(CompletableFuture::join);
        assertTrue(groups.stream().allMatch(group -> group.size() <= 3), groups.toString());
    }

    @Test
    void oneThatCannotBeWrittenFailsAlone() {
        List<Integer> others = new ArrayList<>(IntStream.rangeClosed(101, 99 + CROWD).boxed().toList());
        others.add(13);
        List<CompletableFuture<String>> all = crowd(groupCommit(64), others);
        CompletionException failure = assertThrows(CompletionException.class, all.get(CROWD)::join);
        assertEquals("13", failure.getCause().getMessage());
        all.subList(0, CROWD).forEach(CompletableFuture::join);
    }

    @Test
    void afterAFailureTheNextOneIsWritten() {
        GroupCommit<Integer, String> commit = groupCommit(64);
        assertThrows(IllegalArgumentException.class, () -> commit.write(13));
        assertEquals("written 1", commit.write(1));
    }

    @Test
    void aFailureThatHitsAllIsNotTriedAgainOneByOne() {
        List<Integer> others = Collections.nCopies(CROWD, 66);
        List<CompletableFuture<String>> all = crowd(groupCommit(64), others);
        all.subList(1, CROWD + 1).forEach(f -> assertThrows(CompletionException.class, f::join));
        assertEquals(CROWD + 1, groups.stream().mapToInt(List::size).sum());
    }

    @Test
    void aSecondWriterDoesNotWaitForTheFirst() {
        GroupCommit<Integer, String> commit = new GroupCommit<>(2, 64, this::write, IllegalStateException.class::isInstance);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> commit.write(0), threads);
        await(firstIsWriting);
        assertEquals("written 7", commit.write(7));
        assertFalse(first.isDone());
        firstMayFinish.countDown();
        assertEquals("written 0", first.join());
    }
}
