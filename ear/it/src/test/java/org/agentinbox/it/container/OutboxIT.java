package org.agentinbox.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.agentinbox.it.container.senders.HangingSender;
import org.agentinbox.it.container.senders.PlainSender;
import org.agentinbox.it.container.senders.Sent;
import org.agentinbox.it.support.Await;
import org.agentinbox.platform.outbox.Outbox;
import org.agentinbox.platform.outbox.OutboxMessage;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionRequiredException;
import jakarta.transaction.TransactionalException;
import jakarta.transaction.UserTransaction;

/**
 * Tests that what is put into the outbox is sent after the commit, at the latest by a later attempt, and that failures do not delay other
 * messages.
 */
@ExtendWith(ContainerDatabase.class)
@ArquillianTest
class OutboxIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    private Outbox outbox;
    @Inject
    private Sent sent;
    @Resource
    private UserTransaction transaction;
    private String payload;

    @Deployment
    static Archive<?> ear() {
        return TestedEar.create();
    }

    @BeforeEach
    void aPayloadOfItsOwn() {
        payload = UUID.randomUUID().toString();
    }

    private static void await(String what, Callable<Boolean> condition) {
        Await.until(what, SOON, condition);
    }

    private void put(String kind, String what, Duration lasts) throws Exception {
        transaction.begin();
        outbox.put(kind, what, Instant.now().plus(lasts));
        transaction.commit();
    }

    private void put(String kind, String what) throws Exception {
        put(kind, what, Duration.ofHours(1));
    }

    private static void insert(String kind, String what, double dueInSeconds, double expiresInSeconds, int attempts) {
        Sql.run("INSERT INTO outbox (id, kind, payload, due_at, expires_at, attempts) VALUES (gen_random_uuid(), ?, ?, "
            + "now() + make_interval(secs => ?), now() + make_interval(secs => ?), ?)", kind, what, dueInSeconds, expiresInSeconds,
            attempts);
    }

    private static String of(String what, String column) {
        return Sql.run("SELECT " + column + " FROM outbox WHERE payload = ?", what);
    }

    private static boolean isGone(String what) {
        return of(what, "1") == null;
    }

    @Test
    void whatIsPutIsSentOnceAndGone() throws Exception {
        put(PlainSender.KIND, payload);
        await("it is sent and gone", () -> sent.times(payload) == 1 && isGone(payload));
    }

    @Test
    void nothingIsSentBeforeTheCommitOrWithoutIt() throws Exception {
        String rolledBack = "not " + payload;
        transaction.begin();
        outbox.put(PlainSender.KIND, rolledBack, Instant.now().plusSeconds(60));
        transaction.rollback();
        transaction.begin();
        outbox.put(PlainSender.KIND, payload, Instant.now().plusSeconds(60));
        String other = "other " + payload;
        insertOutside(other);
        await("one that was put meanwhile is sent", () -> sent.times(other) == 1);
        assertEquals(0, sent.times(payload));
        transaction.commit();
        await("now it is sent", () -> sent.times(payload) == 1);
        assertEquals(0, sent.times(rolledBack));
        assertTrue(isGone(rolledBack));
    }

    /** Inserts in another transaction than this thread's. */
    private static void insertOutside(String what) throws InterruptedException {
        Thread thread = new Thread(() -> insert(PlainSender.KIND, what, 0, 60, 0), "another transaction");
        thread.setContextClassLoader(OutboxIT.class.getClassLoader());
        thread.start();
        thread.join();
    }

    @Test
    void puttingNeedsATransaction() {
        TransactionalException refused = assertThrows(TransactionalException.class,
            () -> outbox.put(PlainSender.KIND, payload, Instant.now().plusSeconds(60)));
        assertInstanceOf(TransactionRequiredException.class, refused.getCause());
        assertTrue(isGone(payload));
    }

    @Test
    void whatFailsIsTriedAgainUntilItSucceeds() throws Exception {
        sent.fail(payload, true);
        put(PlainSender.KIND, payload);
        await("it is tried again", () -> sent.times(payload) >= 2);
        sent.fail(payload, false);
        await("it is sent at last", () -> isGone(payload));
        assertTrue(sent.times(payload) >= 3);
    }

    @Test
    void whatNobodyCanDeliverIsNotTriedAgain() throws Exception {
        put(PlainSender.KIND, PlainSender.NOBODY + payload);
        await("it is given up", () -> isGone(PlainSender.NOBODY + payload));
        assertEquals(1, sent.times(PlainSender.NOBODY + payload));
    }

    private void putInOrder(String key, String what) throws Exception {
        transaction.begin();
        outbox.put(new OutboxMessage(PlainSender.KIND, what, Instant.now().plusSeconds(3_600)).after(key));
        transaction.commit();
    }

    @Test
    void whatHasTheSameKeyWaitsForWhatWasPutBefore() throws Exception {
        String key = "key of " + payload;
        String second = "second " + payload;
        String third = "third " + payload;
        String other = "other " + payload;
        sent.fail(payload, true);
        putInOrder(key, payload);
        putInOrder(key, PlainSender.NOBODY + second);
        putInOrder(key, third);
        putInOrder("other " + key, other);
        await("another key does not wait", () -> isGone(other));
        await("the first is tried again", () -> sent.times(payload) >= 2);
        assertEquals(0, sent.times(PlainSender.NOBODY + second), "not before the first");
        sent.fail(payload, false);
        await("all are gone", () -> isGone(payload) && isGone(third));
        assertEquals(List.of(PlainSender.NOBODY + second, third), sent.after(payload), "what is given up holds up nothing");
    }

    @Test
    void manyWithTheSameKeyGoOutOneByOne() throws Exception {
        List<String> many = IntStream.range(0, 50).mapToObj(i -> i + " " + payload).toList();
        for (String one : many) {
            putInOrder(payload, one);
        }
        await("all are sent", () -> many.stream().allMatch(OutboxIT::isGone));
        assertEquals(many.subList(1, many.size()), sent.after(many.get(0)));
    }

    @Test
    void whatHasExpiredIsGivenUp() throws Exception {
        insert(PlainSender.KIND, payload, -60, -1, 3);
        await("it is gone", () -> isGone(payload));
        assertEquals(0, sent.times(payload));
        String failing = "failing " + payload;
        sent.fail(failing, true);
        put(PlainSender.KIND, failing, Duration.ofSeconds(2));
        await("it is gone", () -> isGone(failing));
        assertEquals(2, sent.times(failing), "at once and after 1 s; 2 s later were too late");
    }

    @Test
    void aMachineThatHangsHoldsUpItsOwnKindOnly() throws Exception {
        List<String> many = IntStream.range(0, 20).mapToObj(i -> i + " " + payload).toList();
        try {
            for (String one : many) {
                put(HangingSender.KIND, one);
            }
            await("some of them hang", () -> many.stream().anyMatch(one -> sent.times(one) == 1));
            put(PlainSender.KIND, payload);
            UUID deadline = UUID.randomUUID();
            Sql.run("INSERT INTO deadline (id, kind, subject, due_at) VALUES (gen_random_uuid(), 'OFFER_LAPSE', ?, now())", deadline);
            await("another kind is sent", () -> isGone(payload));
            await("deadlines are answered", () -> Sql.run("SELECT 1 FROM deadline WHERE subject = ?", deadline) == null);
            assertTrue(many.stream().anyMatch(one -> sent.times(one) == 0), "no thread for each that hangs");
        } finally {
            many.forEach(sent::release);
        }
        await("all are sent", () -> many.stream().allMatch(OutboxIT::isGone));
        many.forEach(one -> assertEquals(1, sent.times(one)));
    }

    @Test
    void whatANodeSendsIsLeasedToIt() throws Exception {
        try {
            put(HangingSender.KIND, payload);
            await("it is being sent", () -> sent.times(payload) == 1);
            assertEquals("t", of(payload, "attempts = 1 AND due_at > now() + interval '40 s' AND due_at <= now() + interval '60 s'"));
        } finally {
            sent.release(payload);
        }
        await("it is sent and gone", () -> isGone(payload));
    }

    @Test
    void whatANodeTookAndDiedWithIsSentAfterItsLease() throws Exception {
        // Another node took it and died; most of its lease of a minute is over.
        insert(PlainSender.KIND, payload, 2, 3_600, 1);
        String other = "other " + payload;
        put(PlainSender.KIND, other);
        await("one that is due is sent", () -> isGone(other));
        assertEquals(0, sent.times(payload), "the lease is not over");
        await("it is sent by another", () -> isGone(payload));
        assertEquals(1, sent.times(payload));
    }

    @Test
    void aLateFailureChangesNothingForWhoeverTookItSince() throws Exception {
        sent.fail(payload, true);
        try {
            put(HangingSender.KIND, payload);
            await("it is being sent", () -> sent.times(payload) == 1);
            // This node's lease is over, and another node has taken it.
            Sql.run("UPDATE outbox SET attempts = 2, due_at = now() + interval '1 hour' WHERE payload = ?", payload);
        } finally {
            sent.release(payload);
        }
        String next = "next " + payload;
        sent.release(next);
        put(HangingSender.KIND, next);
        await("one that was put later is sent", () -> isGone(next));
        assertEquals("t", of(payload, "attempts = 2 AND due_at > now() + interval '59 minutes'"));
        Sql.run("DELETE FROM outbox WHERE payload = ?", payload);
    }

    @Test
    void aCommitThatFailsDoesNotStopTheWorker() throws Exception {
        FailingCommits commits = FailingCommits.of("outbox", "UPDATE", "OLD.payload = '" + payload + "'");
        try (Connection other = Sql.connect(); Statement statement = other.createStatement()) {
            statement.execute("SELECT 1");
            insert(PlainSender.KIND, payload, 0, 3_600, 0);
            await("it is taken again and again", () -> commits.failed() >= 3);
            assertEquals(0, sent.times(payload), "what could not be taken is not sent");
            assertTrue(statement.execute("SELECT 1"), "connections of others go on");
        } finally {
            commits.stop();
        }
        await("it is sent when it can be", () -> isGone(payload));
        assertEquals(1, sent.times(payload));
    }
}
