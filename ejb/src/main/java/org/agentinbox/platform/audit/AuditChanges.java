package org.agentinbox.platform.audit;

import static org.agentinbox.platform.JsonApi.JSON;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/**
 * In what something differs from what it was: only the members that are not the same, within members too. Ids of people and teams get the
 * names of that time, long texts and lists are cut, and of a secret only is told that there was one.
 */
final class AuditChanges {

    static final AuditChanges NONE = new AuditChanges(Map.of(), Map.of());
    /** The most characters of a text: as many as a canned answer can have. */
    static final int LONGEST_TEXT = 4_000;
    /** The most values of a list. */
    static final int LONGEST_LIST = 500;

    private final Map<String, Object> before;
    private final Map<String, Object> after;

    private AuditChanges(Map<String, Object> before, Map<String, Object> after) {
        this.before = before;
        this.after = after;
    }

    /**
     * @param before a record, a map, or null where it did not exist
     * @param after the same, or null where it is gone
     */
    static AuditChanges between(Object before, Object after) {
        return between(AuditValues.members(before), AuditValues.members(after));
    }

    private static AuditChanges between(Map<String, Object> was, Map<String, Object> is) {
        Map<String, Object> before = new LinkedHashMap<>();
        Map<String, Object> after = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>(was.keySet());
        names.addAll(is.keySet());
        for (String name : names) {
            Object one = was.get(name);
            Object other = is.get(name);
            if (one instanceof Map<?, ?> && other instanceof Map<?, ?>) {
                AuditChanges inside = between(map(one), map(other));
                putUnlessEmpty(before, name, inside.before);
                putUnlessEmpty(after, name, inside.after);
            } else if (!Objects.equals(one, other)) {
                putUnlessEmpty(before, name, one);
                putUnlessEmpty(after, name, other);
            }
        }
        return new AuditChanges(before, after);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static void putUnlessEmpty(Map<String, Object> members, String name, Object value) {
        if (value != null && !(value instanceof Map<?, ?> map && map.isEmpty())) {
            members.put(name, value);
        }
    }

    /** @return whether nothing differs */
    boolean isEmpty() {
        return before.isEmpty() && after.isEmpty();
    }

    /** @return all ids that are told */
    Set<UUID> ids() {
        Set<UUID> ids = new TreeSet<>();
        collect(before, ids);
        collect(after, ids);
        return ids;
    }

    private static void collect(Object value, Set<UUID> ids) {
        if (value instanceof UUID id) {
            ids.add(id);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> collect(each, ids));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> collect(each, ids));
        }
    }

    /** @return what it was, or null where there is nothing to tell */
    JsonObject before(Map<UUID, String> names) {
        return before.isEmpty() ? null : object(before, names);
    }

    /** @return what it is, or null where there is nothing to tell */
    JsonObject after(Map<UUID, String> names) {
        return after.isEmpty() ? null : object(after, names);
    }

    private static JsonObject object(Map<String, Object> members, Map<UUID, String> names) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        members.forEach((name, value) -> json.add(name, json(value, names)));
        return json.build();
    }

    private static JsonValue json(Object value, Map<UUID, String> names) {
        if (value instanceof UUID id) {
            JsonObjectBuilder named = JSON.createObjectBuilder().add("id", id.toString());
            return (names.containsKey(id) ? named.add("name", names.get(id)) : named).build();
        }
        if (value instanceof AuditValues.Secret) {
            return JSON.createObjectBuilder().add("secret", true).build();
        }
        if (value instanceof Map<?, ?>) {
            return object(map(value), names);
        }
        if (value instanceof List<?> list) {
            JsonArrayBuilder json = JSON.createArrayBuilder();
            list.stream().limit(LONGEST_LIST).forEach(each -> json.add(json(each, names)));
            return (list.size() > LONGEST_LIST ? json.add("…") : json).build();
        }
        if (value instanceof Boolean is) {
            return is ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return value instanceof Number number ? JSON.createValue(new BigDecimal(number.toString())) : JSON.createValue(cut((String) value));
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_TEXT ? text
            : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)) + "…";
    }
}
