package org.agentinbox.entry;

import java.util.List;

import org.agentinbox.platform.RefusedException;

/**
 * A field of an entry's form.
 *
 * @param kind what it asks for
 * @param required whether the chat begins only with an answer
 * @param label of a question only; empty for the other kinds, whose labels are the product's own
 * @param choices of {@link FieldKind#CHOICE} only, 2 to 20
 */
public record FormField(FieldKind kind, boolean required, LocalText label, List<LocalText> choices) {

    static final int LONGEST = 200;
    private static final int MOST_CHOICES = 20;

    /** @throws RefusedException of {@code form} */
    public FormField {
        if (kind == null) {
            throw RefusedException.ofField("form", "each field has a kind");
        }
        label = kind.isQuestion() && label != null ? label.line("form", LONGEST) : LocalText.NONE;
        choices = kind == FieldKind.CHOICE && choices != null ? choices.stream().map(c -> c.line("form", LONGEST)).toList() : List.of();
        if (kind.isQuestion() && label.isEmpty()) {
            throw RefusedException.ofField("form", "each question has a text");
        }
        boolean countIsRight = choices.size() >= 2 && choices.size() <= MOST_CHOICES && choices.stream().noneMatch(LocalText::isEmpty);
        if (kind == FieldKind.CHOICE && !countIsRight) {
            throw RefusedException.ofField("form", "2 to " + MOST_CHOICES + " choices, none of them empty");
        }
    }

    /** @return a field that asks for what the product knows by itself */
    public static FormField of(FieldKind kind, boolean required) {
        return new FormField(kind, required, LocalText.NONE, List.of());
    }
}
