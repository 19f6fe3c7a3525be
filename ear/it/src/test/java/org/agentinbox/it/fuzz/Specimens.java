package org.agentinbox.it.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes what a schema asks for, mostly. What only this run knows, such as ids, stands in braces: see {@link Known}. */
final class Specimens {

    private static final Map<String, List<String>> BY_NAME = Map.ofEntries(Map.entry("conversationId", List.of("{{conversation}}")),
        Map.entry("conversation", List.of("{{conversation}}")), Map.entry("offerId", List.of("{{offer}}")),
        Map.entry("agentId", List.of("{{ana}}", "{{ben}}", "{{cal}}")), Map.entry("agent", List.of("{{ana}}")),
        Map.entry("to", List.of("{{ben}}", "2030-05-06T09:00:00Z", "2026-05-06")), Map.entry("token", List.of("{{token}}")),
        Map.entry("id", List.of("{{conversation}}", "{{ana}}", "{{visitor}}", "{{answer}}", "{{person}}")),
        Map.entry("email", List.of("vera@customer.example", "fuzz@customer.example")), Map.entry("scope", List.of("ALL", "ACTIVE")),
        Map.entry("zone", List.of("Europe/Berlin", "Asia/Seoul")), Map.entry("timeZone", List.of("Europe/Berlin", "America/Santiago")),
        Map.entry("locale", List.of("en", "ko", "de-AT")), Map.entry("page", List.of("https://www.customer.example/a?b=c#d")),
        Map.entry("from", List.of("2026-01-01", "2026-01-01T00:00:00Z")),
        Map.entry("before", List.of("2030-05-06T09:00:00Z_0190c0de-0000-7000-8000-000000000000",
            "+999999999-12-31T23:59:59Z_0190c0de-0000-7000-8000-000000000000")),
        Map.entry("shortcut", List.of("price", "가격", "hello")),
        Map.entry("p256dh", List.of("BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM")),
        Map.entry("auth", List.of("tBHItJI5svbpez7KI4CCXg")), Map.entry("endpoint", List.of("{{push}}")));
    /** By format; not all of them can be what is asked for. */
    private static final Map<Object, List<String>> TIMES = Map.of("date", List.of("2026-01-01", "2026-05-06", "-999999999-01-01",
        "+999999999-12-31"), "date-time",
        List.of("2026-01-01T00:00:00Z", "2030-05-06T09:00:00Z", "-999999999-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z"));
    private static final List<String> TEXTS = List.of("Hello", "What would 34 seats cost?\nhttps://a.example/x?y=1", "가격이 얼마예요?",
        "Vera Lind");

    private final Description description;
    private final Chance chance;

    Specimens(Description description, Chance chance) {
        this.description = description;
        this.chance = chance;
    }

    Object of(Map<String, Object> schema, String name) {
        if (schema.containsKey("const")) {
            return schema.get("const");
        }
        if (schema.get("enum") instanceof List<?> values) {
            return chance.of(values.toArray());
        }
        List<Map<String, Object>> parts = description.list(schema, "allOf");
        if (!parts.isEmpty() && !schema.containsKey("type")) {
            return of(parts.get(0), name);
        }
        Object type = schema.get("type") instanceof List<?> types ? types.get(0) : schema.getOrDefault("type", "string");
        return switch ((String) type) {
            case "object" -> object(schema);
            case "array" -> List.of(of(description.map(schema, "items"), name), of(description.map(schema, "items"), name));
            case "integer", "number" -> chance.of(0, 1, 2, 30, 100);
            case "boolean" -> chance.oneIn(2);
            default -> text(schema, name);
        };
    }

    private Object object(Map<String, Object> schema) {
        Map<String, Object> members = description.map(schema, "properties");
        List<?> required = (List<?>) schema.getOrDefault("required", List.of());
        Map<String, Object> made = new LinkedHashMap<>();
        members.keySet().stream().filter(name -> required.contains(name) || chance.oneIn(2))
            .forEach(name -> made.put(name, of(description.map(members, name), name)));
        if (schema.get("additionalProperties") instanceof Map) {
            made.put("plan", of(description.map(schema, "additionalProperties"), "plan"));
        }
        return made;
    }

    private String text(Map<String, Object> schema, String name) {
        if ("signed".equals(name)) {
            return Identities.placeholder(chance);
        }
        Object format = schema.getOrDefault("format", "");
        if (TIMES.containsKey(format)) {
            return chance.of(TIMES.get(format));
        }
        if (BY_NAME.containsKey(name)) {
            return chance.of(BY_NAME.get(name));
        }
        return "uuid".equals(format) ? chance.id().toString() : chance.of(TEXTS);
    }
}
