package org.agentinbox.web.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** What changed, in words: one line for each member, those within others too. */
final class ChangeTexts {

    private static final int LONGEST = 300;

    private final ResourceBundle texts;

    ChangeTexts(ResourceBundle texts) {
        this.texts = texts;
    }

    /** @param before or null, as {@code after} */
    List<ChangeLine> lines(JsonObject before, JsonObject after) {
        List<ChangeLine> lines = new ArrayList<>();
        add("", before == null ? JsonValue.EMPTY_JSON_OBJECT : before, after == null ? JsonValue.EMPTY_JSON_OBJECT : after, lines);
        return lines;
    }

    private void add(String around, JsonObject before, JsonObject after, List<ChangeLine> lines) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            String field = around + field(name);
            JsonValue was = before.get(name);
            JsonValue is = after.get(name);
            if (isWhole(was) && isWhole(is)) {
                lines.add(new ChangeLine(field, was == null ? null : value(name, was), is == null ? null : value(name, is)));
            } else {
                add(field + " · ", object(was), object(is), lines);
            }
        }
    }

    private static JsonObject object(JsonValue value) {
        return value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    /** Whether it has no members to tell one by one: somebody who is named, and a secret, have none. */
    private static boolean isWhole(JsonValue value) {
        return !(value instanceof JsonObject object) || object.containsKey("id") || object.containsKey("secret");
    }

    private String field(String name) {
        return texts.containsKey("audit.field." + name) ? texts.getString("audit.field." + name) : name;
    }

    /** @param member whose value it is: some have values that are told in words */
    private String value(String member, JsonValue value) {
        String text = switch (value.getValueType()) {
            case TRUE -> texts.getString("audit.yes");
            case FALSE -> texts.getString("audit.no");
            case STRING -> word(member, ((JsonString) value).getString());
            case ARRAY -> value.asJsonArray().stream().map(one -> value(member, one)).collect(Collectors.joining(", "));
            case OBJECT -> object(value.asJsonObject());
            default -> value.toString();
        };
        return text.codePointCount(0, text.length()) <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private String word(String member, String value) {
        String key = "audit.value." + member + "." + value;
        return texts.containsKey(key) ? texts.getString(key) : value;
    }

    private String object(JsonObject object) {
        if (object.containsKey("secret")) {
            return texts.getString("audit.secret");
        }
        if (object.containsKey("id")) {
            return object.getString("name", object.getString("id", ""));
        }
        return object.entrySet().stream().map(one -> field(one.getKey()) + " " + value(one.getKey(), one.getValue()))
            .collect(Collectors.joining("; "));
    }
}
