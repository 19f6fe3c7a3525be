package org.agentinbox.routing;

import static org.agentinbox.platform.JsonApi.JSON;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.agentinbox.entry.FormField;
import org.agentinbox.entry.LocalText;
import org.agentinbox.platform.TextRules;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;

/** The answers that came with a request, as they are stored. */
record FormAnswers(List<FormAnswer> all) {

    static final FormAnswers NONE = new FormAnswers(List.of());
    private static final int LONGEST = 500;

    /**
     * Answers to what is no question of the form are left out: the form may have changed since the visitor's page was loaded.
     *
     * @param given by the place of the field, which counts from 1
     * @throws org.agentinbox.platform.RefusedException of {@code answers} for a text that cannot be stored
     */
    static FormAnswers of(List<FormField> form, Map<Integer, String> given) {
        List<FormAnswer> answers = new ArrayList<>();
        for (int i = 0; i < form.size(); i++) {
            String answer = form.get(i).kind().isQuestion() ? TextRules.line("answers", given.get(i + 1), LONGEST) : null;
            if (answer != null) {
                answers.add(new FormAnswer(form.get(i).label(), answer));
            }
        }
        return new FormAnswers(answers);
    }

    String json() {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        all.forEach(one -> {
            JsonObjectBuilder json = JSON.createObjectBuilder();
            if (one.question().en() != null) {
                json.add("en", one.question().en());
            }
            if (one.question().ko() != null) {
                json.add("ko", one.question().ko());
            }
            array.add(json.add("answer", one.answer()));
        });
        return array.build().toString();
    }

    static FormAnswers parse(String stored) {
        try (JsonReader reader = JSON.createReader(new StringReader(stored))) {
            return new FormAnswers(reader.readArray().getValuesAs(JsonObject.class).stream()
                .map(
                    json -> new FormAnswer(new LocalText(json.getString("en", null), json.getString("ko", null)), json.getString("answer")))
                .toList());
        }
    }
}
