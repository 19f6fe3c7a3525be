package org.agentinbox.it.resilience;

import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.junit.jupiter.api.Test;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * Tests that a message is not lost or doubled where the database stores it and the connection breaks before the answer. For this, commits
 * wait for a standby that does not exist, after they are on disk, and the waiting connections are cut.
 */
class LostAnswerIT {

    private static final String WAITING = " FROM pg_stat_activity WHERE wait_event = 'SyncRep'";

    private final Installation installation = Installation.killed();

    private void standby(String value) {
        installation.query("ALTER SYSTEM SET synchronous_standby_names = '" + value + "'");
        installation.query("SELECT pg_reload_conf()");
        Await.until("the setting is read", Duration.ofSeconds(10),
            () -> installation.query("SHOW synchronous_standby_names").equals(List.of(value)));
    }

    private void cutOffWhenStored() {
        Await.until("the message is stored and its sender waits", Duration.ofSeconds(10),
            () -> !installation.query("SELECT pid" + WAITING + " AND query LIKE '%INSERT INTO message%'").isEmpty());
        installation.query("SELECT pg_terminate_backend(pid)" + WAITING);
    }

    private static JsonObjectBuilder message(String clientId, String text) {
        return frame("message.send").add("clientId", clientId).add("text", text);
    }

    @Test
    void whoSendsItAgainHasItToldToTheOtherSideOnce() {
        String clientId = UUID.randomUUID().toString();
        try (Chat chat = Chat.begin(installation, "ben")) {
            standby("nobody");
            try {
                chat.visitor().send(message(clientId, "Hello"));
                cutOffWhenStored();
                chat.visitor().awaitError("UNAVAILABLE");
            } finally {
                standby("");
            }
            assertEquals(List.of(), chat.agent().all("message"));
            JsonObject receipt = chat.visitor().send(message(clientId, "Hello?")).await("message.ack");
            JsonObject told = chat.agent().await("message");
            assertEquals(1, told.getInt("seq"));
            assertEquals("Hello", told.getString("text"), "what was stored counts");
            assertEquals(receipt, chat.visitor().send(message(clientId, "Hello")).await("message.ack"));
            chat.visitorSays("Are you there?");
            chat.agent().await("message", m -> m.getInt("seq") == 2);
            assertEquals(2, chat.agent().all("message").size());
            assertEquals(List.of(), chat.visitor().all("message"));
        }
    }
}
