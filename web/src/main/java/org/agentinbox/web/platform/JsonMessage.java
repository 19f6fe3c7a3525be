package org.agentinbox.web.platform;

import static org.agentinbox.platform.JsonApi.JSON;

import java.io.StringReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.RefusedException;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;

/**
 * A JSON object that a client sent, a frame of a socket or a body of a REST request, and a builder for those that the server sends
 * (asyncapi.yaml).
 */
public final class JsonMessage {

    private final JsonObject object;
    private final String type;

    private JsonMessage(JsonObject object, String type) {
        this.object = object;
        this.type = type;
    }

    /**
     * @param text of a frame
     * @return the frame
     * @throws MalformedJsonException where it is not a JSON object with a string {@code type}
     */
    public static JsonMessage parse(String text) {
        JsonObject object = object(text);
        if (object.get("type") instanceof JsonString type) {
            return new JsonMessage(object, type.getString());
        }
        throw new MalformedJsonException("member \"type\" is missing or no string");
    }

    /**
     * @param text of a request's body
     * @return the object, which has no type
     * @throws MalformedJsonException where it is not a JSON object
     */
    public static JsonMessage body(String text) {
        return new JsonMessage(object(text), null);
    }

    private static JsonObject object(String text) {
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            if (parser.hasNext() && parser.next() == JsonParser.Event.START_OBJECT) {
                JsonObject object = parser.getObject();
                if (!parser.hasNext()) {
                    return object;
                }
            }
        } catch (JsonParsingException e) {
            throw new MalformedJsonException("no JSON object: " + e.getLocation());
        } catch (RuntimeException e) {
            // What the parser throws for objects that are nested too deeply has no type of its own.
            throw new MalformedJsonException("unreadable: " + e.getMessage());
        }
        throw new MalformedJsonException("no JSON object");
    }

    /** @return the type of the frame */
    public String type() {
        return type;
    }

    /**
     * @param name of a member
     * @return its text, or null where it is missing or null
     * @throws MalformedJsonException where it is not a string
     */
    public String text(String name) {
        JsonValue value = object.getOrDefault(name, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return null;
        }
        if (value instanceof JsonString string) {
            return string.getString();
        }
        throw new MalformedJsonException("member \"" + name + "\" is no string");
    }

    /**
     * @param name of a required member
     * @return the id
     * @throws RefusedException where it is not a UUID
     */
    public UUID id(String name) {
        return optionalId(name).orElseThrow(() -> RefusedException.ofField(name, "a UUID is wanted"));
    }

    /**
     * @param name of a member
     * @return the id, or empty where it is missing or null
     * @throws RefusedException where it is not a UUID
     */
    public Optional<UUID> optionalId(String name) {
        String text = text(name);
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(Ids.parse(text).orElseThrow(() -> RefusedException.ofField(name, "a UUID is wanted")));
    }

    /**
     * @param name of a required member
     * @return its value, 0 or more
     * @throws RefusedException where it is not a whole number, or negative
     */
    public int count(String name) {
        if (object.get(name) instanceof JsonNumber number && number.isIntegral()
            && number.bigIntegerValue().signum() >= 0 && number.bigIntegerValue().bitLength() < 32) {
            return number.intValue();
        }
        throw RefusedException.ofField(name, "a whole number from 0 on is wanted");
    }

    /**
     * @param name of an optional member
     * @return its value, 0 or more; 0 where it is missing
     * @throws RefusedException where it is not a whole number, or negative
     */
    public int countIfAny(String name) {
        return object.containsKey(name) ? count(name) : 0;
    }

    /**
     * @param name of a required member
     * @return its value
     * @throws RefusedException where it is neither true nor false
     */
    public boolean flag(String name) {
        JsonValue value = object.get(name);
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return value == JsonValue.TRUE;
        }
        throw RefusedException.ofField(name, "true or false is wanted");
    }

    /**
     * @param name of an optional member
     * @return its value; false where it is missing
     * @throws RefusedException where it is neither true nor false
     */
    public boolean flagIfAny(String name) {
        return object.containsKey(name) && flag(name);
    }

    /**
     * @param name of an optional member
     * @return the object; one without members where it is missing or null
     * @throws MalformedJsonException where it is not an object
     */
    public JsonMessage objectIfAny(String name) {
        JsonValue value = object.getOrDefault(name, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return new JsonMessage(JsonValue.EMPTY_JSON_OBJECT, null);
        }
        if (value instanceof JsonObject members) {
            return new JsonMessage(members, null);
        }
        throw new MalformedJsonException("member \"" + name + "\" is no object");
    }

    /**
     * @param name of an optional member whose value is an array of objects
     * @return the objects; none where it is missing or null
     * @throws MalformedJsonException where it is something else
     */
    public List<JsonMessage> objects(String name) {
        JsonValue value = object.getOrDefault(name, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return List.of();
        }
        if (!(value instanceof JsonArray array) || !array.stream().allMatch(JsonObject.class::isInstance)) {
            throw new MalformedJsonException("member \"" + name + "\" is no array of objects");
        }
        return array.stream().map(one -> new JsonMessage(one.asJsonObject(), null)).toList();
    }

    /**
     * @param name of an optional member whose value is an array of ids
     * @return the ids, each once; none where it is missing or null
     * @throws RefusedException where it is something else
     */
    public Set<UUID> ids(String name) {
        JsonValue value = object.getOrDefault(name, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return Set.of();
        }
        if (!(value instanceof JsonArray array) || !array.stream().allMatch(JsonString.class::isInstance)) {
            throw RefusedException.ofField(name, "an array of UUIDs is wanted");
        }
        return array.getValuesAs(JsonString.class).stream().map(one -> Ids.parse(one.getString())
            .orElseThrow(() -> RefusedException.ofField(name, "an array of UUIDs is wanted"))).collect(Collectors.toSet());
    }

    /** @return the names of all its members */
    public Set<String> names() {
        return object.keySet();
    }

    /**
     * @param name of a member whose value is an object
     * @return the object's strings, numbers and booleans as text; null where it is missing or null
     * @throws MalformedJsonException where it is not an object, or has other values
     */
    public Map<String, String> texts(String name) {
        JsonValue value = object.getOrDefault(name, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return null;
        }
        if (!(value instanceof JsonObject members)) {
            throw new MalformedJsonException("member \"" + name + "\" is no object");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        members.forEach((key, one) -> {
            if (one instanceof JsonObject || one instanceof JsonArray || one == JsonValue.NULL) {
                throw new MalformedJsonException("members of \"" + name + "\" are strings, numbers or booleans");
            }
            texts.put(key, one instanceof JsonString string ? string.getString() : one.toString());
        });
        return texts;
    }

    /**
     * Copies members that are strings into a frame to send; other members are left out.
     *
     * @param to the frame
     * @param names of the members
     */
    public void copyTexts(Builder to, String... names) {
        for (String name : names) {
            if (object.get(name) instanceof JsonString string) {
                to.with(name, string.getString());
            }
        }
    }

    /**
     * @param type of a frame to send
     * @return a builder for it
     */
    public static Builder of(String type) {
        return new Builder().with("type", type);
    }

    /** @return a builder for an object without a type, for use inside a frame */
    public static Builder object() {
        return new Builder();
    }

    /** Builds an object. Null becomes JSON's null. */
    public static final class Builder {

        private final JsonObjectBuilder json = JSON.createObjectBuilder();

        private Builder() {}

        public Builder with(String name, String value) {
            return with(name, value == null ? JsonValue.NULL : JSON.createValue(value));
        }

        public Builder with(String name, int value) {
            json.add(name, value);
            return this;
        }

        public Builder with(String name, boolean value) {
            json.add(name, value);
            return this;
        }

        /** Ids are strings. */
        public Builder with(String name, UUID value) {
            return with(name, value == null ? null : value.toString());
        }

        /** Instants are ISO 8601 in UTC. */
        public Builder with(String name, Instant value) {
            return with(name, value == null ? null : value.toString());
        }

        /** Enums are their constants' names. */
        public Builder with(String name, Enum<?> value) {
            return with(name, value == null ? null : value.name());
        }

        public Builder with(String name, JsonValue value) {
            json.add(name, value);
            return this;
        }

        /** Leaves the member out where the value is null. */
        public Builder withIfAny(String name, Object value) {
            return value == null ? this : with(name, value.toString());
        }

        /** Leaves the member out where the text is null. */
        public Builder withJsonIfAny(String name, String json) {
            return json == null ? this : with(name, object(json));
        }

        public JsonObject build() {
            return json.build();
        }

        @Override
        public String toString() {
            return json.build().toString();
        }
    }
}
