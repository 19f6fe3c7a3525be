package org.agentinbox.it.fuzz;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** Compares JSON with a schema, as far as our descriptions use what schemas can say. */
final class Schema {

    private final Description description;

    Schema(Description description) {
        this.description = description;
    }

    /** @return what does not fit, and where; empty where all fits */
    Optional<String> problem(Map<String, Object> schema, JsonValue value, String at) {
        return misfit(schema, value, at).or(() -> undescribed(schema, value, at));
    }

    private Optional<String> misfit(Map<String, Object> schema, JsonValue value, String at) {
        return Stream.of(ofType(schema, value, at), ofValue(schema, value, at), ofMembers(schema, value, at), ofItems(schema, value, at),
            description.list(schema, "allOf").stream().map(part -> misfit(part, value, at)).flatMap(Optional::stream).findFirst())
            .flatMap(Optional::stream).findFirst();
    }

    /** Schemas allow members that they do not name, but then nobody who reads them knows what the server tells. */
    private Optional<String> undescribed(Map<String, Object> schema, JsonValue value, String at) {
        Set<String> named = named(schema);
        return value instanceof JsonObject object && !named.isEmpty()
            ? object.keySet().stream().filter(name -> !named.contains(name)).findFirst().map(name -> at + "." + name + " is not described")
            : Optional.empty();
    }

    private Set<String> named(Map<String, Object> schema) {
        Set<String> names = new HashSet<>(description.map(schema, "properties").keySet());
        description.list(schema, "allOf").forEach(part -> names.addAll(named(part)));
        return names;
    }

    private static Optional<String> ofType(Map<String, Object> schema, JsonValue value, String at) {
        Object type = schema.get("type");
        boolean fits = type == null || (type instanceof List<?> types ? types : List.of(type)).stream().anyMatch(t -> is(value, t));
        return fits ? Optional.empty() : Optional.of(at + " is no " + type + ": " + value);
    }

    private static boolean is(JsonValue value, Object type) {
        return switch ((String) type) {
            case "object" -> value instanceof JsonObject;
            case "array" -> value instanceof JsonArray;
            case "string" -> value instanceof JsonString;
            case "integer" -> value instanceof JsonNumber number && number.isIntegral();
            case "number" -> value instanceof JsonNumber;
            case "boolean" -> value == JsonValue.TRUE || value == JsonValue.FALSE;
            case "null" -> value == JsonValue.NULL;
            default -> throw new AssertionError("The type " + type);
        };
    }

    private static Optional<String> ofValue(Map<String, Object> schema, JsonValue value, String at) {
        List<?> allowed = schema.containsKey("const") ? List.of(schema.get("const")) : (List<?>) schema.get("enum");
        Object plain = value instanceof JsonString text ? text.getString()
            : value instanceof JsonNumber number ? (Object) number.intValue() : value == JsonValue.NULL ? null : value;
        return allowed == null || allowed.contains(plain) ? Optional.empty() : Optional.of(at + " is none of " + allowed + ": " + value);
    }

    private Optional<String> ofMembers(Map<String, Object> schema, JsonValue value, String at) {
        if (!(value instanceof JsonObject object)) {
            return Optional.empty();
        }
        List<?> required = (List<?>) schema.getOrDefault("required", List.of());
        Map<String, Object> members = description.map(schema, "properties");
        Stream<String> missing = required.stream().filter(name -> !object.containsKey(name)).map(name -> at + "." + name + " is missing");
        Stream<String> wrong = object.entrySet().stream()
            .map(e -> problem(member(schema, members, e.getKey()), e.getValue(), at + "." + e.getKey())).flatMap(Optional::stream);
        return Stream.concat(missing, wrong).findFirst();
    }

    private Map<String, Object> member(Map<String, Object> schema, Map<String, Object> members, String name) {
        if (members.containsKey(name)) {
            return description.map(members, name);
        }
        return schema.get("additionalProperties") instanceof Map ? description.map(schema, "additionalProperties") : Map.of();
    }

    private Optional<String> ofItems(Map<String, Object> schema, JsonValue value, String at) {
        return value instanceof JsonArray items
            ? items.stream().map(item -> problem(description.map(schema, "items"), item, at + "[]")).flatMap(Optional::stream).findFirst()
            : Optional.empty();
    }
}
