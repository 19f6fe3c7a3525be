package org.agentinbox.configuration;

import static org.agentinbox.platform.JsonApi.JSON;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

import jakarta.json.JsonObject;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;

/**
 * The configuration.
 *
 * @param json the document
 */
public record ConfigurationDocument(JsonObject json) {

    /** The version of documents that are read and written: 1. */
    public static final int VERSION = 1;
    private static final Map<String, Object> FOR_PEOPLE = Map.of(JsonGenerator.PRETTY_PRINTING, true);

    /** @return the entity tag (RFC 9110) of this configuration, with its quotes */
    public String tag() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json.toString().getBytes(StandardCharsets.UTF_8));
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the document in lines, for people and for version control */
    public String text() {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = JSON.createWriterFactory(FOR_PEOPLE).createWriter(text)) {
            writer.write(json);
        }
        return text.toString().strip() + "\n";
    }
}
