package org.agentinbox.web.answer;

import java.io.Serializable;
import java.util.ResourceBundle;

import org.agentinbox.answer.AnswerView;

/** A row of the table of canned answers, in the reader's language. */
public class AnswerRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final AnswerView answer;
    private final String id;
    private final String shortcut;
    private final String text;
    private final String who;
    private final boolean manageable;

    AnswerRow(AnswerView answer, boolean salesAdmin, ResourceBundle texts) {
        this.answer = answer;
        id = answer.id().toString();
        shortcut = answer.shortcut();
        text = answer.text();
        who = texts.getString(answer.shared() ? "answers.shared" : "answers.personal");
        manageable = salesAdmin || !answer.shared();
    }

    AnswerView answer() {
        return answer;
    }

    public String getId() {
        return id;
    }

    /** @return what is typed after the slash */
    public String getShortcut() {
        return shortcut;
    }

    /** @return the text with its placeholders */
    public String getText() {
        return text;
    }

    /** @return who has it, in words */
    public String getWho() {
        return who;
    }

    /** @return whether all agents have it */
    public boolean isShared() {
        return answer.shared();
    }

    /** @return whether the reader may change it; the service checks that as well */
    public boolean isManageable() {
        return manageable;
    }
}
