package org.agentinbox.mail;

import static org.agentinbox.platform.JsonApi.JSON;

import java.io.StringReader;
import java.time.Instant;
import java.util.UUID;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * An email to one person as it is stored in the outbox.
 *
 * @param id part of the Message-ID, so that an email that is sent twice can be recognised
 * @param at when the act happened that it is about
 * @param to the address
 * @param name the person's name
 * @param language of the texts, BCP 47
 * @param replyTo the address for answers, or null
 * @param calendar a calendar object for calendar programs, or null
 */
record QueuedEmail(UUID id, Instant at, String to, String name, String language, String subject, String text, String replyTo,
    Email.Calendar calendar) {

    /** The kind of emails in the outbox. */
    static final String KIND = "MAIL";

    String json() {
        JsonObjectBuilder json = JSON.createObjectBuilder().add("id", id.toString()).add("at", at.toString())
            .add("to", to)
            .add("name", name).add("language", language).add("subject", subject).add("text", text);
        if (replyTo != null) {
            json.add("replyTo", replyTo);
        }
        if (calendar != null) {
            json.add("method", calendar.method()).add("calendar", calendar.text());
        }
        return json.build().toString();
    }

    static QueuedEmail of(String json) {
        JsonObject mail = JSON.createReader(new StringReader(json)).readObject();
        return new QueuedEmail(UUID.fromString(mail.getString("id")), Instant.parse(mail.getString("at")), mail.getString("to"),
            mail.getString("name"),
            mail.getString("language"), mail.getString("subject"), mail.getString("text"), mail.getString("replyTo", null),
            mail.containsKey("calendar") ? new Email.Calendar(mail.getString("method"), mail.getString("calendar")) : null);
    }
}
