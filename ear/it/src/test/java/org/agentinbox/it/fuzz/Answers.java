package org.agentinbox.it.fuzz;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

/** What no answer may be. */
final class Answers {

    private static final int ERRORS_OF_THE_SERVER = 500;
    private static final Pattern INSIDE = Pattern.compile(
        "\\b(?:java|javax|jakarta|sun|com\\.sun|org|io)\\.(?:[a-z0-9]+\\.)*[A-Z]\\w+|"
            + "\\w+(?:Exception|Error)\\b|\\bat [\\w.$]+\\(|\\bUT\\d{6}\\b");

    private Answers() {}

    /** Fails for errors of the server, and for what tells of its inside. */
    static void check(HttpResponse<String> answer) {
        if (answer.statusCode() >= ERRORS_OF_THE_SERVER) {
            throw new AssertionError("The server failed: " + answer.statusCode() + " " + answer.body());
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("text/html") || answer.statusCode() >= 400) {
            checkText(answer.body());
        }
        answer.headers().map().values().forEach(values -> values.forEach(Answers::checkText));
    }

    static void checkText(String text) {
        Matcher found = INSIDE.matcher(text);
        if (found.find()) {
            throw new AssertionError("An answer tells of the inside (" + found.group() + "): " + text);
        }
    }

    /** Fails where JSON does not fit its schema. */
    static void checkJson(Schema schemas, Map<String, Object> schema, String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonValue value = reader.readValue();
            schemas.problem(schema, value, "The answer").ifPresent(problem -> {
                throw new AssertionError("Not as described: " + problem + " in " + json);
            });
        } catch (JsonException e) {
            throw new AssertionError("No JSON: " + json, e);
        }
    }
}
