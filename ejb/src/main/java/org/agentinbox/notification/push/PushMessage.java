package org.agentinbox.notification.push;

import static org.agentinbox.platform.JsonApi.JSON;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

/**
 * One push to one device, as it waits in the outbox.
 *
 * @param device a subscription's id
 * @param topic what later pushes of the same topic replace while this one waits at the push service
 * @param urgency {@code high}: wakes a phone that sleeps
 * @param expiresAt after that nobody wants to know
 * @param data for the service worker
 */
record PushMessage(UUID device, String topic, String urgency, Instant expiresAt, JsonObject data) {

    String json() {
        return JSON.createObjectBuilder().add("device", device.toString()).add("topic", topic).add("urgency", urgency)
            .add("expiresAt", expiresAt.toString()).add("data", data).build().toString();
    }

    static PushMessage parse(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            return new PushMessage(UUID.fromString(object.getString("device")), object.getString("topic"), object.getString("urgency"),
                Instant.parse(object.getString("expiresAt")), object.getJsonObject("data"));
        }
    }

    /** How long the push service may keep it, in seconds. */
    long secondsToLive(Instant now) {
        return Math.max(0, Duration.between(now, expiresAt).toSeconds());
    }

    byte[] plain() {
        return data.toString().getBytes(StandardCharsets.UTF_8);
    }
}
