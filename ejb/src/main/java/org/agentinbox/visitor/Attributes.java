package org.agentinbox.visitor;

import static org.agentinbox.platform.JsonApi.JSON;

import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;

import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.TextRules;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;

/** Further facts about a person, by name. They are stored in one column, since nothing searches by them. */
final class Attributes {

    private static final String FIELD = "attributes";

    private Attributes() {}

    /** Sorted by name; those without a value are left out. */
    static Map<String, String> checked(Map<String, String> said) {
        if (said.size() > VerifiedFields.MOST_ATTRIBUTES) {
            throw RefusedException.ofField(FIELD, "at most " + VerifiedFields.MOST_ATTRIBUTES);
        }
        Map<String, String> checked = new TreeMap<>();
        said.forEach((name, value) -> {
            String key = TextRules.line(FIELD, name, 50);
            String text = TextRules.line(FIELD, value, 500);
            if (key == null) {
                throw RefusedException.ofField(FIELD, "each has a name");
            }
            if (text != null) {
                checked.put(key, text);
            }
        });
        return checked;
    }

    static String write(Map<String, String> attributes) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        attributes.forEach(json::add);
        return json.build().toString();
    }

    static Map<String, String> read(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            Map<String, String> attributes = new TreeMap<>();
            reader.readObject().forEach((name, value) -> attributes.put(name, ((JsonString) value).getString()));
            return attributes;
        }
    }
}
