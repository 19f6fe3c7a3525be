package org.agentinbox.web.entry;

import static org.agentinbox.platform.JsonApi.JSON;

import java.util.List;

import org.agentinbox.entry.EntryContent;
import org.agentinbox.entry.EntryGreeting;
import org.agentinbox.entry.EntryText;
import org.agentinbox.entry.FormField;
import org.agentinbox.entry.LocalText;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;

/** What the widget is told of an entry. */
final class EntryBody {

    private EntryBody() {}

    /** @param language {@code en} or {@code ko}; English where it is another one */
    static JsonObject of(EntryContent content, String language, int messageMaxLength) {
        JsonMessage.Builder texts = JsonMessage.object();
        JsonMessage.Builder formatted = JsonMessage.object();
        for (EntryText which : EntryText.values()) {
            String text = content.text(which).in(language);
            texts.withIfAny(which.member(), text);
            if (text != null && which.isFormatted()) {
                formatted.with(which.member(), TextTree.of(text));
            }
        }
        JsonMessage.Builder body = JsonMessage.object().with("form", form(content.form(), language))
            .withIfAny("consent", content.consent().in(language))
            .withIfAny("privacyLink", content.privacyLink()).with("texts", texts.build()).with("formatted", formatted.build())
            .withIfAny("accent", content.accent()).with("left", content.left()).with("messageMaxLength", messageMaxLength);
        EntryGreeting greeting = content.greeting();
        return (greeting.opens() ? body.with("greeting", JsonMessage.object().with("afterSeconds", greeting.afterSeconds())
            .withIfAny("pages", greeting.pages()).build()) : body).build();
    }

    private static JsonArray form(List<FormField> form, String language) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        form.forEach(field -> {
            JsonMessage.Builder json = JsonMessage.object().with("kind", field.kind()).with("required", field.required())
                .withIfAny("label", field.label().in(language));
            array.add((field.choices().isEmpty() ? json : json.with("choices", choices(field, language))).build());
        });
        return array.build();
    }

    private static JsonArray choices(FormField field, String language) {
        JsonArrayBuilder choices = JSON.createArrayBuilder();
        field.choices().stream().map((LocalText choice) -> choice.in(language)).forEach(choices::add);
        return choices.build();
    }
}
