package org.agentinbox.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import jakarta.json.JsonObject;

/** Tests that everything in the server uses the same clock and that no connection is lost when it is moved. */
class MovableClockIT {

    private static final Duration TWO_DAYS = Duration.ofDays(2);
    /** Two heartbeats of the server, which leaves time for the next one on a slow machine. */
    private static final Duration A_BEAT = Duration.ofSeconds(20);
    private static final DateTimeFormatter ISO_WITH_SHORT_OFFSET = new DateTimeFormatterBuilder()
        .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
        .appendPattern("X").toFormatter();
    private static Installation installation;

    @BeforeAll
    static void install() {
        installation = Installation.movable();
    }

    @Test
    void whoIsConnectedStaysConnectedAndReachable() {
        try (SocketClient ana = People.inbox(installation, "ana"); SocketClient vera = People.visitor(installation, "Vera")) {
            People.setAvailable(ana, true);
            Instant before = installation.clock().now();
            installation.clock().move(TWO_DAYS);
            Await.until("ana was heard of since", A_BEAT, () -> !installation.query(
                "SELECT 1 FROM agent_connection WHERE seen_at > ?::timestamptz", before.plus(TWO_DAYS).toString()).isEmpty());
            People.setAvailable(ana, true);
            String id = People.request(vera);
            People.accept(ana, id);
            vera.send(SocketClient.act("message.send").add("text", "Two days later"));
            assertIsNow(vera.await("message.ack").getString("at"), before.plus(TWO_DAYS));
            JsonObject message = ana.await("message");
            assertIsNow(message.getString("at"), before.plus(TWO_DAYS));
            assertEquals(Instant.parse(message.getString("at")),
                stored("SELECT at::text FROM message WHERE conversation_id = ?::uuid", id));
            assertIsNow(stored("SELECT requested_at::text FROM conversation WHERE id = ?::uuid", id).toString(), before.plus(TWO_DAYS));
            assertTrue(ana.isOpen() && vera.isOpen());
            vera.send(SocketClient.act("chat.end")).await("chat.ended");
        }
    }

    private static Instant stored(String query, String conversationId) {
        return OffsetDateTime.parse(installation.query(query, conversationId).get(0).replace(' ', 'T'), ISO_WITH_SHORT_OFFSET).toInstant();
    }

    private static void assertIsNow(String at, Instant notBefore) {
        Instant told = Instant.parse(at);
        assertEquals(told, told.truncatedTo(ChronoUnit.MICROS));
        assertTrue(!told.isBefore(notBefore) && told.isBefore(installation.clock().now().plusSeconds(1)), at + " after " + notBefore);
    }
}
