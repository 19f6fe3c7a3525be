package org.agentinbox.web.notification;

import static org.agentinbox.platform.JsonApi.JSON;

import java.io.StringReader;
import java.time.Instant;

import org.agentinbox.platform.RefusedException;

import jakarta.json.JsonReader;

/** Up to when somebody has looked at a list, as their inbox says it. */
final class SeenUpTo {

    private SeenUpTo() {}

    /**
     * @param body JSON, an object whose {@code upTo} is an instant
     * @return the instant
     * @throws RefusedException where it is anything else
     */
    static Instant read(String body) {
        try (JsonReader reader = JSON.createReader(new StringReader(body))) {
            return Instant.parse(reader.readObject().getString("upTo"));
        } catch (RuntimeException e) {
            // Any other failure, such as invalid JSON or a missing member, is reported in the same way.
            throw RefusedException.ofField("upTo", "an instant such as 2030-05-06T12:00:00Z is wanted");
        }
    }
}
