package org.agentinbox.it.resilience;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.agentinbox.it.support.TwoNodes;
import org.agentinbox.platform.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests two nodes on one database: what one commits reaches people on the other at once, a sign-in ends on both, and nothing is lost or
 * doubled when the node of an agent is killed.
 */
class TwoNodesIT {

    private static final int SIGNED_OUT = 1008;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** What the specification allows: until people are back on another node, and until a sign-in has ended everywhere. */
    private static final Duration SOON = Duration.ofSeconds(5);
    private static TwoNodes nodes;

    @BeforeAll
    static void start() {
        nodes = TwoNodes.start("two-nodes");
    }

    @AfterAll
    static void stop() {
        if (nodes != null) {
            nodes.close();
        }
    }

    @BeforeEach
    void ready() {
        nodes.ready();
    }

    /** Nobody asks for anything: all that arrives is pushed. */
    @Test
    void aChatGoesOverBothNodes() {
        try (SocketClient agent = People.inbox(nodes.b(), "ana"); SocketClient visitor = People.visitor(nodes.a(), "Vera")) {
            People.setAvailable(agent, true);
            visitor.await("presence", presence -> presence.getBoolean("online"));
            String id = People.request(visitor);
            People.accept(agent, id);
            assertEquals(id, visitor.await("chat.connected").getString("conversationId"));
            visitor.send(frame("typing").add("on", true));
            agent.await("typing", typing -> typing.getBoolean("on"));
            visitor.send(act("message.send").add("text", "Hello from a"));
            agent.await("message", message -> message.getString("text").equals("Hello from a"));
            agent.send(frame("typing").add("conversationId", id).add("on", true));
            visitor.await("typing", typing -> typing.getBoolean("on"));
            agent.send(act("message.send").add("conversationId", id).add("text", "Hello from b"));
            visitor.await("message", message -> message.getString("text").equals("Hello from b"));
            agent.send(act("chat.end").add("conversationId", id));
            visitor.await("chat.ended");
            People.setAvailable(agent, false);
            visitor.await("presence", presence -> !presence.getBoolean("online"));
        }
    }

    @Test
    void signingOutOnOneNodeClosesTheSocketsOnTheOther() {
        String cookie = People.newCookie(nodes.a(), "ana");
        try (SocketClient agent = People.hello(SocketClient.agent(nodes.a(), cookie))) {
            long from = System.nanoTime();
            People.post(nodes.b(), "sign-out", cookie);
            assertEquals(SIGNED_OUT, agent.awaitClose());
            assertSoon(from);
        }
    }

    /** As where the hint was lost: nothing but the database says it. */
    @Test
    void aSignInThatEndedUnheardClosesItsSocketsAllTheSame() {
        String cookie = People.newCookie(nodes.a(), "ana");
        try (SocketClient agent = People.hello(SocketClient.agent(nodes.a(), cookie))) {
            long from = System.nanoTime();
            nodes.a().query("DELETE FROM sign_in WHERE token_hash = ?", Tokens.hash(cookie.substring(cookie.indexOf('=') + 1)));
            assertEquals(SIGNED_OUT, agent.awaitClose());
            assertSoon(from);
        }
    }

    @Test
    void nothingIsLostOrDoubledWhenTheAgentsNodeIsKilled() throws SQLException {
        try (ResilientAgent agent = new ResilientAgent(nodes.b(), "ana");
            ResilientVisitor visitor = new ResilientVisitor(nodes.a(), "Vera")) {
            agent.start();
            Await.until("the agent is available", PATIENCE, agent::isAvailable);
            visitor.start();
            Await.until("they chat", PATIENCE, visitor::isConnected);
            List<ResilientClient> both = List.of(agent, visitor);
            both.forEach(client -> client.type(true));
            Await.until("both write", PATIENCE, () -> acknowledged(both, 20));
            long killedAt = System.nanoTime();
            agent.leadTo(nodes.a());
            nodes.b().server().kill();
            both.forEach(client -> client.figures().mark());
            Await.until("both write again", PATIENCE, () -> both.stream().allMatch(client -> client.figures().firstSinceMark() != 0));
            assertTrue(agent.figures().firstSinceMark() - killedAt < SOON.toNanos(),
                () -> "The agent was back after " + TimeUnit.NANOSECONDS.toMillis(agent.figures().firstSinceMark() - killedAt) + " ms");
            both.forEach(client -> client.type(false));
            Await.until("nothing is pending", PATIENCE, () -> both.stream().allMatch(ResilientClient::isSettled));
            compare(nodes.a(), visitor, agent);
            end(visitor.conversationId());
        }
    }

    private static boolean acknowledged(List<ResilientClient> clients, int each) {
        return clients.stream().allMatch(client -> client.figures().acknowledgements() >= each);
    }

    private static void compare(Installation node, ResilientVisitor visitor, ResilientAgent agent) throws SQLException {
        String id = visitor.conversationId();
        Stored stored = Stored.read(node, id);
        Await.until("both sides have all of it", PATIENCE, () -> Stream.of(visitor, agent)
            .allMatch(client -> client.transcripts().get(id).shown().size() == stored.lastSeq()));
        stored.assertWhole(visitor.transcripts().get(id), agent.transcripts().get(id));
        assertEquals(List.of(), ResilientClient.allComplaints(List.of(visitor, agent)));
    }

    private static void end(String conversationId) {
        nodes.a().query("UPDATE conversation SET state = 'ENDED', end_reason = 'TIMEOUT', ended_at = now() WHERE id = ?",
            UUID.fromString(conversationId));
    }

    private static void assertSoon(long fromNanos) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - fromNanos);
        assertTrue(millis < SOON.toMillis(), "It took " + millis + " ms");
    }
}
