package org.agentinbox.notification.push;

import static org.agentinbox.platform.JsonApi.JSON;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.agentinbox.conversation.MessageView;
import org.agentinbox.platform.outbox.Outbox;
import org.agentinbox.platform.outbox.OutboxMessage;
import org.agentinbox.routing.OfferView;
import org.agentinbox.visitor.VisitorView;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Puts pushes into the outbox, one for each device. They say what happened, not in which words: the device has the texts. Works in
 * its caller's transaction.
 */
@ApplicationScoped
class PushQueue {

    /** With names of 200 characters and all of it in a script of four bytes a letter, this still fits into one push. */
    private static final int MOST_TEXT = 300;
    private static final String HIGH = "high";

    @Inject
    private Outbox outbox;
    @PersistenceContext
    private EntityManager em;

    void offer(OfferView offer) {
        JsonObjectBuilder data = data("offer").add("offerId", offer.offerId().toString())
            .add("conversationId", offer.conversationId().toString())
            .add("expiresAt", offer.expiresAt().toString());
        add(data, "name", nameOf(offer.visitor()));
        add(data, "company", offer.visitor().company());
        add(data, "from", offer.from() == null ? null : offer.from().name());
        add(data, "text", cut(offer.note() == null ? offer.firstLine() : offer.note()));
        toAll(offer.agentId(), topic(offer.offerId()), offer.visitor().id(), offer.expiresAt(), data);
    }

    /** @param message of a visitor */
    void message(UUID agentId, MessageView message, String visitorName, Instant expiresAt) {
        JsonObjectBuilder data = data("message").add("conversationId", message.conversationId().toString()).add("seq", message.seq());
        add(data, "name", visitorName);
        add(data, "text", cut(message.text()));
        toAll(agentId, topic(message.conversationId()), message.authorId(), expiresAt, data);
    }

    void test(PushSubscription device, Instant expiresAt) {
        put(device, "test", null, expiresAt, data("test"));
    }

    private void toAll(UUID agentId, String topic, UUID visitorId, Instant expiresAt, JsonObjectBuilder data) {
        devices(agentId).forEach(device -> put(device, topic, visitorId, expiresAt, JSON.createObjectBuilder(data.build())));
    }

    private List<PushSubscription> devices(UUID agentId) {
        return em.createQuery("SELECT s FROM PushSubscription s WHERE s.accountId = :agent", PushSubscription.class)
            .setParameter("agent", agentId).getResultList();
    }

    private void put(PushSubscription device, String topic, UUID visitorId, Instant expiresAt, JsonObjectBuilder data) {
        String push = new PushMessage(device.id(), topic, HIGH, expiresAt, data.add("locale", device.locale()).build()).json();
        // The later one replaces the earlier at the push service, not the other way round.
        outbox.put(new OutboxMessage(WebPushSender.KIND, push, expiresAt).after(device.id() + " " + topic).about(visitorId));
    }

    private static JsonObjectBuilder data(String type) {
        return JSON.createObjectBuilder().add("type", type);
    }

    /** What waits at the push service is replaced by the next of the same topic; 32 characters, as many as are allowed. */
    private static String topic(UUID id) {
        return id.toString().replace("-", "");
    }

    private static String nameOf(VisitorView visitor) {
        return visitor.shownName() == null ? visitor.email() : visitor.shownName();
    }

    private static String cut(String text) {
        return text == null || text.codePointCount(0, text.length()) <= MOST_TEXT ? text
            : text.substring(0, text.offsetByCodePoints(0, MOST_TEXT)) + "…";
    }

    private static void add(JsonObjectBuilder json, String name, String value) {
        json.add(name, value == null ? JsonValue.NULL : JSON.createValue(value));
    }
}
