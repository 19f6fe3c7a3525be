package org.agentinbox.web.answer;

import java.io.Serializable;
import java.util.UUID;

import org.agentinbox.answer.AnswerView;

/** What the dialog for a new or a known canned answer holds while it is filled in. */
public class AnswerForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final UUID id;
    private String shortcut;
    private String text;
    private boolean shared;

    AnswerForm(boolean shared) {
        id = null;
        this.shared = shared;
    }

    AnswerForm(AnswerView answer) {
        id = answer.id();
        shortcut = answer.shortcut();
        text = answer.text();
        shared = answer.shared();
    }

    UUID id() {
        return id;
    }

    /** @return whether it is not stored yet */
    public boolean isNew() {
        return id == null;
    }

    /** @return what is typed after the slash */
    public String getShortcut() {
        return shortcut;
    }

    /** @param shortcut what is typed after the slash */
    public void setShortcut(String shortcut) {
        this.shortcut = shortcut;
    }

    /** @return the text with its placeholders */
    public String getText() {
        return text;
    }

    /** @param text with placeholders */
    public void setText(String text) {
        this.text = text;
    }

    /** @return whether everybody has it */
    public boolean isShared() {
        return shared;
    }

    /** @param shared whether everybody has it */
    public void setShared(boolean shared) {
        this.shared = shared;
    }
}
