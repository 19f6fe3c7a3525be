package org.agentinbox.entry;

import java.io.StringReader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.agentinbox.platform.RefusedException;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** The content of an entry as a JSON document, as it is stored and exchanged. */
public final class EntryDocument {

    private EntryDocument() {}

    /** @return the content as JSON; members that say nothing are left out */
    public static JsonObject write(EntryContent content) {
        JsonArrayBuilder form = Json.createArrayBuilder();
        content.form().forEach(field -> form.add(field(field)));
        JsonObjectBuilder json = Json.createObjectBuilder().add("form", form);
        add(json, "consent", content.consent());
        add(json, "privacyLink", content.privacyLink());
        JsonObjectBuilder texts = Json.createObjectBuilder();
        for (EntryText key : EntryText.values()) {
            add(texts, key.member(), content.text(key));
        }
        json.add("texts", texts);
        add(json, "accent", content.accent());
        if (content.greeting().opens()) {
            JsonObjectBuilder opens = Json.createObjectBuilder().add("afterSeconds", content.greeting().afterSeconds());
            add(opens, "pages", content.greeting().pages());
            json.add("greeting", opens);
        }
        return json.add("left", content.left()).build();
    }

    /**
     * @param json as {@link #write} gives it; what is missing is as in {@link EntryContent#PLAIN}
     * @return the content
     * @throws RefusedException as {@link EntryContent}, and of a member that is of another type
     */
    public static EntryContent read(JsonObject json) {
        Map<EntryText, LocalText> texts = new EnumMap<>(EntryText.class);
        JsonObject given = object(json, "texts");
        for (EntryText key : EntryText.values()) {
            texts.put(key, local(given, key.member()));
        }
        List<FormField> form = json.containsKey("form") ? array(json, "form").stream().map(EntryDocument::field).toList()
            : EntryContent.PLAIN.form();
        return new EntryContent(form, local(json, "consent"), text(json, "privacyLink"), texts, text(json, "accent"),
            json.getBoolean("left", false), greeting(object(json, "greeting")));
    }

    private static EntryGreeting greeting(JsonObject json) {
        if (json.getOrDefault("afterSeconds", JsonValue.NULL) instanceof JsonNumber seconds) {
            return new EntryGreeting(seconds.intValue(), text(json, "pages"));
        }
        return EntryGreeting.NEVER;
    }

    static EntryContent parse(String stored) {
        try (JsonReader reader = Json.createReader(new StringReader(stored))) {
            return read(reader.readObject());
        }
    }

    private static JsonObject field(FormField field) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("kind", field.kind().name()).add("required", field.required());
        add(json, "label", field.label());
        if (!field.choices().isEmpty()) {
            JsonArrayBuilder choices = Json.createArrayBuilder();
            field.choices().forEach(choice -> choices.add(local(choice)));
            json.add("choices", choices);
        }
        return json.build();
    }

    private static FormField field(JsonValue value) {
        if (value.getValueType() != JsonValue.ValueType.OBJECT) {
            throw wrong("form");
        }
        JsonObject json = value.asJsonObject();
        String kind = text(json, "kind");
        try {
            return new FormField(kind == null ? null : FieldKind.valueOf(kind), json.getBoolean("required", false), local(json, "label"),
                array(json, "choices").stream().map(choice -> local(Json.createObjectBuilder().add("choice", choice).build(), "choice"))
                    .toList());
        } catch (IllegalArgumentException e) {
            throw wrong("form");
        }
    }

    private static JsonObject local(LocalText text) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        add(json, "en", text.en());
        add(json, "ko", text.ko());
        return json.build();
    }

    private static LocalText local(JsonObject json, String member) {
        JsonObject given = object(json, member);
        return new LocalText(text(given, "en"), text(given, "ko"));
    }

    private static void add(JsonObjectBuilder json, String member, LocalText text) {
        if (!text.isEmpty()) {
            json.add(member, local(text));
        }
    }

    private static void add(JsonObjectBuilder json, String member, String textOrNull) {
        if (textOrNull != null) {
            json.add(member, textOrNull);
        }
    }

    private static String text(JsonObject json, String member) {
        JsonValue value = json.getOrDefault(member, JsonValue.NULL);
        return switch (value.getValueType()) {
            case NULL -> null;
            case STRING -> ((JsonString) value).getString();
            default -> throw wrong(member);
        };
    }

    private static JsonObject object(JsonObject json, String member) {
        JsonValue value = json.getOrDefault(member, JsonValue.NULL);
        return switch (value.getValueType()) {
            case NULL -> JsonValue.EMPTY_JSON_OBJECT;
            case OBJECT -> value.asJsonObject();
            default -> throw wrong(member);
        };
    }

    private static JsonArray array(JsonObject json, String member) {
        JsonValue value = json.getOrDefault(member, JsonValue.NULL);
        return switch (value.getValueType()) {
            case NULL -> JsonValue.EMPTY_JSON_ARRAY;
            case ARRAY -> value.asJsonArray();
            default -> throw wrong(member);
        };
    }

    private static RefusedException wrong(String member) {
        return RefusedException.ofField(member, "it has another type or another value");
    }
}
