package org.agentinbox.platform.audit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/**
 * Turns what features have, such as records and lists, into maps, lists, texts, numbers, booleans, ids and secrets. What is null, empty or
 * blank is left out of maps: it counts as nothing.
 */
final class AuditValues {

    /** Their values are secrets whether or not somebody has marked them. */
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|hash|apikey|credential).*");
    /** They are part of the entry, or change with each act. */
    private static final Set<String> LEFT_OUT = Set.of("id", "version");

    private AuditValues() {}

    /** A value that is compared and never told. */
    record Secret(Object value) {

        @Override
        public String toString() {
            return "(secret)";
        }
    }

    /** @return the members of a record, a map or a JSON object; empty for null */
    static Map<String, Object> members(Object whole) {
        Object value = value(whole);
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("no members: " + whole.getClass().getName());
        }
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((name, member) -> {
            if (!LEFT_OUT.contains(name)) {
                members.put((String) name, member);
            }
        });
        return members;
    }

    private static Object value(Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof UUID || value instanceof Secret) {
            return value;
        }
        if (value instanceof JsonValue json) {
            return ofJson(json);
        }
        if (value instanceof Optional<?> optional) {
            return value(optional.orElse(null));
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? optional.getAsInt() : null;
        }
        if (value instanceof Map<?, ?> map) {
            return ofMap(map);
        }
        if (value instanceof Collection<?> collection) {
            return ofCollection(collection);
        }
        return value instanceof Record record ? ofRecord(record) : text(value instanceof Enum<?> word ? word.name() : value.toString());
    }

    private static Object text(String text) {
        return text.isBlank() ? null : text;
    }

    private static Object ofRecord(Record record) {
        Map<String, Object> members = new LinkedHashMap<>();
        Stream.of(record.getClass().getRecordComponents()).forEach(component -> {
            Object value = read(record, component);
            put(members, component.getName(),
                component.isAnnotationPresent(AuditSecret.class) && value != null ? new Secret(value) : value);
        });
        return members.isEmpty() ? null : members;
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("The audit trail cannot read " + component, e);
        }
    }

    private static Object ofMap(Map<?, ?> map) {
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((name, value) -> put(members, name instanceof Enum<?> word ? word.name() : String.valueOf(name), value));
        return members.isEmpty() ? null : members;
    }

    private static void put(Map<String, Object> members, String name, Object value) {
        boolean isSecret = SECRET.matcher(name).matches() && !(value instanceof Boolean) && !(value instanceof Secret) && value != null;
        Object told = isSecret ? new Secret(value) : value(value);
        if (told != null) {
            members.put(name, told);
        }
    }

    /** Sets have no order, so that theirs must not look like a change. */
    private static Object ofCollection(Collection<?> collection) {
        Stream<Object> values = collection.stream().map(AuditValues::value).filter(value -> value != null);
        List<Object> list = (collection instanceof Set ? values.sorted(Comparator.comparing(Object::toString)) : values).toList();
        return list.isEmpty() ? null : list;
    }

    private static Object ofJson(JsonValue json) {
        return switch (json.getValueType()) {
            case NULL -> null;
            case TRUE -> true;
            case FALSE -> false;
            case STRING -> text(((JsonString) json).getString());
            case NUMBER -> ((JsonNumber) json).bigDecimalValue();
            case ARRAY -> ofCollection((JsonArray) json);
            case OBJECT -> ofMap((JsonObject) json);
        };
    }
}
