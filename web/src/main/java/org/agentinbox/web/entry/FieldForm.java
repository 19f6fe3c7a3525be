package org.agentinbox.web.entry;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

import org.agentinbox.entry.FieldKind;
import org.agentinbox.entry.FormField;
import org.agentinbox.entry.LocalText;

/** A field of an entry's form, as it is edited. */
public class FieldForm implements Serializable {

    private static final long serialVersionUID = 1L;
    /** Between the English and the Korean text of a choice. */
    private static final String BETWEEN = "|";

    private FieldKind kind = FieldKind.TEXT;
    private boolean required;
    private String labelEn;
    private String labelKo;
    private String choices;

    FieldForm() {}

    FieldForm(FormField field) {
        kind = field.kind();
        required = field.required();
        labelEn = field.label().en();
        labelKo = field.label().ko();
        choices = String.join("\n", field.choices().stream().map(FieldForm::line).toList());
    }

    private static String line(LocalText choice) {
        return (choice.en() == null ? "" : choice.en()) + (choice.ko() == null ? "" : " " + BETWEEN + " " + choice.ko());
    }

    FormField field() {
        return new FormField(kind, required, new LocalText(labelEn, labelKo), choices());
    }

    /** One for each line that is not empty. */
    private List<LocalText> choices() {
        List<LocalText> read = new ArrayList<>();
        for (String line : (choices == null ? "" : choices).split("\\R")) {
            if (!line.isBlank()) {
                int at = line.indexOf(BETWEEN);
                read.add(at < 0 ? new LocalText(line, null) : new LocalText(line.substring(0, at), line.substring(at + 1)));
            }
        }
        return read;
    }

    public FieldKind getKind() {
        return kind;
    }

    public void setKind(FieldKind kind) {
        this.kind = kind;
    }

    public boolean isRequired() {
        return required;
    }

    public void setRequired(boolean required) {
        this.required = required;
    }

    public String getLabelEn() {
        return labelEn;
    }

    public void setLabelEn(String labelEn) {
        this.labelEn = labelEn;
    }

    public String getLabelKo() {
        return labelKo;
    }

    public void setLabelKo(String labelKo) {
        this.labelKo = labelKo;
    }

    public String getChoices() {
        return choices;
    }

    public void setChoices(String choices) {
        this.choices = choices;
    }

    /** @return whether it is a question of the administrator's, which needs a text */
    public boolean isQuestion() {
        return kind.isQuestion();
    }

    /** @return whether it has choices */
    public boolean isChoice() {
        return kind == FieldKind.CHOICE;
    }
}
