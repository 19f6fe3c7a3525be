package org.agentinbox.web.wrapup;

import java.io.Serializable;

import org.agentinbox.conversation.wrapup.ChoiceView;

/** A line of the table of outcomes, or of that of tags. */
public class ChoiceRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ChoiceView choice;
    private boolean active;

    ChoiceRow(ChoiceView choice) {
        this.choice = choice;
        active = choice.is().active();
    }

    ChoiceView choice() {
        return choice;
    }

    public String getId() {
        return choice.id().toString();
    }

    public String getName() {
        return choice.is().name();
    }

    /** @return the Korean name, or null */
    public String getNameKo() {
        return choice.is().nameKo();
    }

    /** @return whether the switch is on */
    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
