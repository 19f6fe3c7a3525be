package org.agentinbox.routing.rule;

import static org.agentinbox.platform.JsonApi.JSON;

import java.io.StringReader;
import java.util.List;

import org.agentinbox.platform.RefusedException;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

/** The conditions of a rule as JSON, as they are stored and exchanged. */
public final class ConditionsDocument {

    private ConditionsDocument() {}

    /** @return one object for each condition: {@code subject}, {@code attribute}, {@code comparison}, {@code value} */
    public static JsonArray write(List<Condition> conditions) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        conditions.forEach(condition -> {
            JsonObjectBuilder json = JSON.createObjectBuilder().add("subject", condition.subject().name());
            if (condition.attribute() != null) {
                json.add("attribute", condition.attribute());
            }
            json.add("comparison", condition.comparison().name());
            if (condition.value() != null) {
                json.add("value", condition.value());
            }
            array.add(json);
        });
        return array.build();
    }

    /**
     * @param array as {@link #write} gives it
     * @throws RefusedException of {@code conditions} where something is of another type, else as {@link Condition}
     */
    public static List<Condition> read(JsonArray array) {
        return array.stream().map(ConditionsDocument::condition).toList();
    }

    static List<Condition> parse(String stored) {
        try (JsonReader reader = JSON.createReader(new StringReader(stored))) {
            return read(reader.readArray());
        }
    }

    /**
     * @param json one of them, as {@link #write} gives it; further members are ignored
     * @throws RefusedException as {@link #read(JsonArray)}
     */
    public static Condition read(JsonObject json) {
        return condition(json);
    }

    private static Condition condition(JsonValue value) {
        try {
            JsonObject json = value.asJsonObject();
            return new Condition(Subject.valueOf(json.getString("subject")), json.getString("attribute", null),
                Comparison.valueOf(json.getString("comparison")), json.getString("value", null));
        } catch (ClassCastException | IllegalArgumentException | NullPointerException e) {
            throw RefusedException.ofField("conditions", "each with a subject, a comparison and a value");
        }
    }
}
