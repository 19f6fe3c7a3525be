package org.agentinbox.web.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.agentinbox.web.hint.Audience;
import org.agentinbox.web.hint.Hint;
import org.agentinbox.web.hint.HintReceiver;
import org.junit.jupiter.api.Test;

class OutgoingHintsTest {

    private static final Audience VISITOR = new Audience.Visitor(UUID.randomUUID());

    @Test
    void hintsArriveInTheirOrder() throws InterruptedException {
        BlockingQueue<Hint> arrived = new LinkedBlockingQueue<>();
        try (OutgoingHints outgoing = to(1_000, 7, batch -> travel(batch).execute(arrived::add))) {
            IntStream.range(0, 500).forEach(n -> outgoing.add(numbered(n)));
            for (int n = 0; n < 500; n++) {
                assertEquals(numbered(n), arrived.poll(10, TimeUnit.SECONDS));
            }
            assertEquals(0, outgoing.dropped());
        }
    }

    @Test
    void nobodyWaitsForANodeThatIsFrozenAndWhatDoesNotFitIsCounted() throws InterruptedException {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch frozen = new CountDownLatch(1);
        BlockingQueue<String> sent = new LinkedBlockingQueue<>();
        Consumer<List<String>> link = batch -> {
            sending.countDown();
            awaitQuietly(frozen);
            sent.addAll(batch);
        };
        try (OutgoingHints outgoing = to(10, 1, link)) {
            outgoing.add(numbered(0));
            assertTrue(sending.await(10, TimeUnit.SECONDS));
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> IntStream.range(1, 10_001).forEach(n -> outgoing.add(numbered(n))));
            assertEquals(9_990, outgoing.dropped());
            frozen.countDown();
            for (int n = 0; n <= 10; n++) {
                assertEquals(HintText.of(numbered(n)), sent.poll(10, TimeUnit.SECONDS));
            }
        }
    }

    @Test
    void aFailureToSendEndsNothing() throws InterruptedException {
        BlockingQueue<String> sent = new LinkedBlockingQueue<>();
        Consumer<List<String>> link = batch -> {
            if (batch.contains(HintText.of(numbered(0)))) {
                throw new IllegalStateException("no group");
            }
            sent.addAll(batch);
        };
        try (OutgoingHints outgoing = to(10, 1, link)) {
            outgoing.add(numbered(0));
            outgoing.add(numbered(1));
            assertEquals(HintText.of(numbered(1)), sent.poll(10, TimeUnit.SECONDS));
            assertEquals(1, outgoing.dropped());
        }
    }

    /** A client shows each number once, and asks for what it lacks; the last hint of all may be the one that was lost. */
    @Test
    void clientsHealABusThatDoublesDropsAndReorders() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            TreeSet<Integer> shown = new TreeSet<>();
            HintReceiver client = hint -> {
                int seq = Integer.parseInt(((Hint.Frame) hint).frame());
                // A gap: sync gives everything up to what was stored, which is at least this number.
                IntStream.rangeClosed(shown.isEmpty() ? 1 : shown.last() + 1, seq).forEach(shown::add);
            };
            unreliable(IntStream.rangeClosed(1, 50).mapToObj(n -> HintText.of(numbered(n))).toList(), random)
                .forEach(batch -> travel(batch).execute(client));
            assertEquals(shown.isEmpty() ? 0 : shown.last(), shown.size(), "seed " + seed);
        }
    }

    private static List<List<String>> unreliable(List<String> hints, Random random) {
        List<List<String>> batches = new ArrayList<>();
        for (String hint : hints) {
            IntStream.range(0, random.nextInt(3)).forEach(copy -> batches.add(List.of(hint)));
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    private static Hint numbered(int n) {
        return new Hint.Frame(VISITOR, Integer.toString(n), false);
    }

    private static OutgoingHints to(int most, int mostAtOnce, Consumer<List<String>> link) {
        return new OutgoingHints(most, mostAtOnce, link, Thread::new);
    }

    /** As the command arrives on another node. */
    private static HintCommand travel(List<String> batch) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream(); ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new HintCommand(batch));
            out.flush();
            return (HintCommand) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
