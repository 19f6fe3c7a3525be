package org.agentinbox.web.answer;

import java.io.Serializable;
import java.util.UUID;

import org.agentinbox.answer.AnswerView;

/** The contents of the dialog for a canned answer. */
public class AnswerForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final UUID id;
    private final int version;
    private String shortcut;
    private String text;
    private boolean shared;

    AnswerForm(boolean shared) {
        id = null;
        version = 0;
        this.shared = shared;
    }

    AnswerForm(AnswerView answer) {
        id = answer.id();
        version = answer.version();
        shortcut = answer.shortcut();
        text = answer.text();
        shared = answer.shared();
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    /** @return whether the answer is not stored yet */
    public boolean isNew() {
        return id == null;
    }

    /** @return what is typed after the slash */
    public String getShortcut() {
        return shortcut;
    }

    public void setShortcut(String shortcut) {
        this.shortcut = shortcut;
    }

    /** @return the text with its placeholders */
    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    /** @return whether all agents have it */
    public boolean isShared() {
        return shared;
    }

    public void setShared(boolean shared) {
        this.shared = shared;
    }
}
