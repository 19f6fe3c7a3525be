package org.agentinbox.entry;

import static org.agentinbox.platform.JsonApi.JSON;

import java.io.StringReader;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.agentinbox.configuration.Members;
import org.agentinbox.platform.RefusedException;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;

/** The content of an entry as a JSON document, as it is stored and exchanged. */
public final class EntryDocument {

    /** Texts are refused by their names. */
    private static final Map<String, String> PLACES = Arrays.stream(EntryText.values())
        .collect(Collectors.toMap(EntryText::member, key -> "texts/" + key.member()));

    private EntryDocument() {}

    /** @return the content as JSON; members that say nothing are left out */
    public static JsonObject write(EntryContent content) {
        JsonArrayBuilder form = JSON.createArrayBuilder();
        content.form().forEach(field -> form.add(field(field)));
        JsonObjectBuilder json = JSON.createObjectBuilder().add("form", form);
        add(json, "consent", content.consent());
        add(json, "privacyLink", content.privacyLink());
        JsonObjectBuilder texts = JSON.createObjectBuilder();
        for (EntryText key : EntryText.values()) {
            add(texts, key.member(), content.text(key));
        }
        json.add("texts", texts);
        add(json, "accent", content.accent());
        if (content.greeting().opens()) {
            JsonObjectBuilder opens = JSON.createObjectBuilder().add("afterSeconds", content.greeting().afterSeconds());
            add(opens, "pages", content.greeting().pages());
            json.add("greeting", opens);
        }
        return json.add("left", content.left()).build();
    }

    /**
     * @param json with the members that {@link #write} gives, and others of the entry; what is missing is as in {@link EntryContent#PLAIN}
     * @return the content; null where something is wrong, which is told
     */
    static EntryContent read(Members json) {
        Map<EntryText, LocalText> texts = new EnumMap<>(EntryText.class);
        Members given = json.object("texts");
        for (EntryText key : EntryText.values()) {
            texts.put(key, local(given.object(key.member())));
        }
        List<FormField> form = json.has("form") ? json.objects("form").stream().map(EntryDocument::field).toList()
            : EntryContent.PLAIN.form();
        LocalText consent = local(json.object("consent"));
        String privacyLink = json.text("privacyLink");
        String accent = json.text("accent");
        boolean left = json.flag("left", false);
        EntryGreeting greeting = greeting(json.object("greeting"));
        return json.make(() -> new EntryContent(form, consent, privacyLink, texts, accent, left, greeting), PLACES);
    }

    private static EntryGreeting greeting(Members json) {
        if (!json.has("afterSeconds")) {
            return EntryGreeting.NEVER;
        }
        int afterSeconds = json.count("afterSeconds", 0);
        String pages = json.text("pages");
        return json.make(() -> new EntryGreeting(afterSeconds, pages), Map.of("greetAfter", "afterSeconds", "greetOn", "pages"));
    }

    /** @throws RefusedException of a member that is of another type, or as {@link EntryContent} */
    static EntryContent parse(String stored) {
        try (JsonReader reader = JSON.createReader(new StringReader(stored))) {
            return Members.stored(reader.readObject(), EntryDocument::read);
        }
    }

    private static FormField field(Members json) {
        json.want("kind");
        FieldKind kind = json.name("kind", FieldKind.class, null);
        boolean required = json.flag("required", false);
        LocalText label = kind != null && kind.isQuestion() ? local(json.object("label")) : LocalText.NONE;
        List<LocalText> choices = kind == FieldKind.CHOICE ? json.objects("choices").stream().map(EntryDocument::local).toList()
            : List.of();
        return json.make(() -> new FormField(kind, required, label, choices), Map.of("form", ""));
    }

    private static LocalText local(Members json) {
        return new LocalText(json.text("en"), json.text("ko"));
    }

    private static JsonObject field(FormField field) {
        JsonObjectBuilder json = JSON.createObjectBuilder().add("kind", field.kind().name()).add("required", field.required());
        add(json, "label", field.label());
        if (!field.choices().isEmpty()) {
            JsonArrayBuilder choices = JSON.createArrayBuilder();
            field.choices().forEach(choice -> choices.add(local(choice)));
            json.add("choices", choices);
        }
        return json.build();
    }

    private static JsonObject local(LocalText text) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        add(json, "en", text.en());
        add(json, "ko", text.ko());
        return json.build();
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
}
