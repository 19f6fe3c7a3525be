package org.agentinbox.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.agentinbox.conversation.ChatIdle;
import org.agentinbox.conversation.ConversationState;
import org.agentinbox.conversation.ChatWish;
import org.agentinbox.conversation.VisitorChatView;
import org.agentinbox.conversation.VisitorChats;
import org.agentinbox.it.support.Await;
import org.agentinbox.visitor.VisitorService;
import org.agentinbox.visitor.VisitorVisit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;

/**
 * Tests that each deadline is handled once, and that a failing one stops no other. Here offers expire after 2 s, silent chats after 3 s.
 */
@ExtendWith(ContainerDatabase.class)
@ArquillianTest
class DeadlineIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @EJB
    private VisitorService visitors;
    @EJB
    private VisitorChats chats;
    @Inject
    private RecordedChatEvents events;
    private UUID agent;
    private UUID visitor;

    @Deployment
    static Archive<?> ear() {
        return TestedEar.create();
    }

    @BeforeEach
    void people() {
        agent = UUID.randomUUID();
        Sql.run("INSERT INTO account (id, version, user_name, display_name, password_hash, must_change_password, active, created_at) "
            + "VALUES (?, 0, ?, 'Agent', '-', false, true, now())", agent, agent.toString());
        Sql.run("INSERT INTO agent (account_id) VALUES (?)", agent);
        visitor = visitors.welcome(null, new VisitorVisit(null, null, null)).visitor().id();
    }

    private static void await(String what, Callable<Boolean> condition) {
        Await.until(what, SOON, condition);
    }

    private void deadline(String kind, UUID subject, double inSeconds) {
        Sql.run("INSERT INTO deadline (id, kind, subject, due_at) VALUES (gen_random_uuid(), ?, ?, now() + make_interval(secs => ?))", kind,
            subject, inSeconds);
    }

    private static String of(UUID subject, String column) {
        return Sql.run("SELECT " + column + " FROM deadline WHERE subject = ?", subject);
    }

    private static boolean isDone(UUID subject) {
        return of(subject, "1") == null;
    }

    private static String state(UUID conversation) {
        return Sql.run("SELECT state || ' ' || coalesce(end_reason, '-') FROM conversation WHERE id = ?", conversation);
    }

    /** Inserts a chat that was accepted so many seconds ago. */
    private void active(UUID id, double secondsAgo) {
        Sql.run(
            "INSERT INTO conversation (id, visitor_id, agent_id, request_client_id, state, requested_at, accepted_at) VALUES (?, ?, ?, "
                + "gen_random_uuid(), "
                + "'ACTIVE', now() - interval '1 hour', now() - make_interval(secs => ?))",
            id, visitor, agent, secondsAgo);
    }

    @Test
    void anOfferLapsesOnce() {
        Sql.run("UPDATE agent SET override_available = (account_id = ?), override_at = now()", agent);
        Sql.run("INSERT INTO agent_connection (id, agent_id, node, seen_at) VALUES (gen_random_uuid(), ?, gen_random_uuid(), now())",
            agent);
        VisitorChatView chat = chats.request(visitor, UUID.randomUUID(), ChatWish.PLAIN);
        assertEquals(ConversationState.WAITING, chat.state());
        UUID offer = UUID.fromString(Sql.run("SELECT id FROM offer WHERE conversation_id = ? AND agent_id = ?", chat.id(), agent));
        await("the offer lapses", () -> isDone(offer));
        assertEquals("MISSED -", state(chat.id()));
        assertEquals("LAPSED", Sql.run("SELECT state FROM offer WHERE id = ?", offer));
        assertEquals("t", Sql.run("SELECT answered_at >= expires_at FROM offer WHERE id = ?", offer), "not before its time");
        await("it is told", () -> events.timesMissed(chat.id()) > 0);
        deadline("OFFER_LAPSE", offer, 0);
        await("the second deadline finds nothing to do", () -> isDone(offer));
        assertEquals(1, events.timesMissed(chat.id()));
    }

    @Test
    void aSilentChatEndsOnce() {
        UUID chat = UUID.randomUUID();
        active(chat, 2);
        deadline("IDLE_END", chat, 1);
        deadline("IDLE_END", chat, 1);
        await("both deadlines are answered", () -> isDone(chat));
        assertEquals("ENDED TIMEOUT", state(chat));
        await("it is told", () -> events.timesEnded(chat) > 0);
        assertEquals(1, events.timesEnded(chat));
    }

    @Test
    void theEndIsToldBefore() {
        UUID chat = UUID.randomUUID();
        active(chat, 0);
        deadline("IDLE_END", chat, 0);
        await("it is told", () -> !events.idle(chat).isEmpty());
        assertEquals("ACTIVE -", state(chat));
        chats.send(visitor, chat, UUID.randomUUID(), "Still here", Runnable::run).join();
        await("the silence after the message is told too", () -> events.idle(chat).size() == 2);
        await("the chat ends", () -> isDone(chat));
        assertEquals(List.of(0, 1), events.idle(chat).stream().map(ChatIdle::lastSeq).toList());
        assertEquals("t", Sql.run("SELECT ended_at >= ?::timestamptz FROM conversation WHERE id = ?",
            events.idle(chat).get(1).endsAt().toString(), chat));
    }

    @Test
    void aMessagePutsTheEndOff() {
        UUID chat = UUID.randomUUID();
        active(chat, 2.5);
        deadline("IDLE_END", chat, 0.5);
        String due = of(chat, "due_at");
        chats.send(visitor, chat, UUID.randomUUID(), "Still here", Runnable::run).join();
        await("the deadline is put off", () -> !due.equals(of(chat, "due_at")));
        await("the chat ends at last", () -> isDone(chat));
        assertEquals("ENDED TIMEOUT", state(chat));
        assertEquals("t", Sql.run("SELECT ended_at >= (SELECT at FROM message m WHERE m.conversation_id = c.id) + interval '3 s' "
            + "FROM conversation c WHERE id = ?", chat), "not before three seconds of silence");
    }

    @Test
    void aFailingOneIsTriedAgainAndStopsNoOther() {
        UUID failing = UUID.randomUUID();
        deadline("NO_SUCH_KIND", failing, -60);
        UUID chat = UUID.randomUUID();
        active(chat, 60);
        deadline("IDLE_END", chat, -30);
        await("the other is answered", () -> isDone(chat));
        assertEquals("ENDED TIMEOUT", state(chat));
        await("the failing one is tried again", () -> Integer.parseInt(of(failing, "attempts")) >= 2);
        assertEquals("t", of(failing, "due_at > now() - interval '1 minute'"), "later each time");
        Sql.run("DELETE FROM deadline WHERE subject = ?", failing);
    }

    @Test
    void whatFailedIsDoneWhenItCan() {
        UUID chat = UUID.randomUUID();
        active(chat, 60);
        deadline("NOT_YET", chat, -1);
        await("nobody can answer it yet", () -> Integer.parseInt(of(chat, "attempts")) >= 1);
        Sql.run("UPDATE deadline SET kind = 'IDLE_END' WHERE subject = ?", chat);
        await("now somebody can", () -> isDone(chat));
        assertEquals("ENDED TIMEOUT", state(chat));
        await("it is told", () -> events.timesEnded(chat) == 1);
    }

    @Test
    void whatIsGoneNeedsNoAnswer() {
        UUID purged = UUID.randomUUID();
        deadline("IDLE_END", purged, -1);
        deadline("OFFER_LAPSE", purged, -1);
        await("both are done", () -> isDone(purged));
    }

    @Test
    void aCommitThatFailsDoesNotStopTheTimer() {
        UUID gone = UUID.randomUUID();
        FailingCommits commits = FailingCommits.of("deadline", "DELETE", "OLD.subject = '" + gone + "'");
        try {
            deadline("IDLE_END", gone, 0);
            await("it is answered again and again", () -> commits.failed() >= 2);
        } finally {
            commits.stop();
        }
        await("it is done when it can be", () -> isDone(gone));
    }
}
