package org.agentinbox.it.notification;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.MailingInstallation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.RoutingSetup;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jakarta.json.JsonObjectBuilder;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** Tests messages that visitors leave whose chat nobody took: once, by whom it concerns, and mailed. */
class LeftMessageIT {

    private final MailingInstallation post = MailingInstallation.shared();
    private final Installation installation = post.installation();
    private final String name = "Vera " + UUID.randomUUID();
    private final RoutingSetup setup = new RoutingSetup(installation);
    private SocketClient visitor;

    @BeforeEach
    void open() {
        People.nobodyIsAvailable(installation);
        setup.reset();
        setup.set("default", "takes_messages = true");
        visitor = People.visitor(installation, name);
    }

    @AfterEach
    void close() {
        visitor.close();
        setup.reset();
    }

    private static JsonObjectBuilder message(String conversation, String clientId) {
        return frame("message.leave").add("conversationId", conversation).add("clientId", clientId).add("email", "Vera@Customer.example")
            .add("text", "Please write.\nThanks");
    }

    private String missed(SocketClient of) {
        return of.send(act("chat.request")).await("chat.fallback").getString("conversationId");
    }

    private String refused(JsonObjectBuilder wrong) {
        return visitor.send(wrong).await("error").getString("code");
    }

    @Test
    void aMessageIsKeptOnceAndMailed() throws Exception {
        String conversation = missed(visitor);
        String clientId = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            visitor.send(message(conversation, clientId)).await("message.left", f -> f.getString("clientId").equals(clientId));
        }
        assertEquals(List.of("Vera@Customer.example Please write.\nThanks"),
            installation.query("SELECT email || ' ' || text FROM missed_request WHERE conversation_id = ?::uuid", conversation));
        assertEquals("NOT_ALLOWED", refused(message(conversation, UUID.randomUUID().toString())));
        List<MimeMessage> told = post.mails("sam@acme.example").stream().filter(mail -> subject(mail).equals("Message left: " + name))
            .toList();
        assertEquals(1, told.size());
        String text = told.get(0).getContent().toString();
        assertTrue(text.contains("> Please write.") && text.contains("Email: Vera@Customer.example"), text);
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void itIsForTheVisitorsOwnMissedChatsByEntriesThatTakeMessages() {
        SocketClient other = People.visitor(installation, "Other");
        String theirs = missed(other);
        assertEquals("NOT_FOUND", refused(message(theirs, UUID.randomUUID().toString())));
        assertEquals("NOT_FOUND", refused(message(UUID.randomUUID().toString(), UUID.randomUUID().toString())));
        other.close();
        String mine = missed(visitor);
        setup.set("default", "takes_messages = false");
        assertEquals("NOT_ALLOWED", refused(message(mine, UUID.randomUUID().toString())));
        setup.set("default", "takes_messages = true, queue_minutes = 5");
        String waits = visitor.send(act("chat.request")).await("chat.queued").getString("conversationId");
        assertEquals("NOT_ALLOWED", refused(message(waits, UUID.randomUUID().toString())));
        visitor.send(act("chat.end")).await("chat.ended");
        // Whoever left did not get the fallback.
        assertEquals("NOT_ALLOWED", refused(message(waits, UUID.randomUUID().toString())));
    }

    @ParameterizedTest
    @CsvSource({"email, nobody, INVALID_FIELD", "email, '', INVALID_FIELD", "text, '  ', EMPTY_TEXT",
        "clientId, x, INVALID_FIELD", "conversationId, x, INVALID_FIELD"})
    void whatCannotBeKeptIsRefused(String member, String value, String code) {
        String conversation = missed(visitor);
        assertEquals(code, refused(message(conversation, UUID.randomUUID().toString()).add(member, value)));
        assertEquals("TEXT_TOO_LONG", refused(message(conversation, UUID.randomUUID().toString()).add("text", "x".repeat(10_001))));
        assertEquals("INVALID_CHARACTERS", refused(message(conversation, UUID.randomUUID().toString()).add("text", "a\0b")));
        assertEquals(List.of(), installation.query("SELECT 1 FROM missed_request WHERE conversation_id = ?::uuid AND text IS NOT NULL",
            conversation));
    }
}
