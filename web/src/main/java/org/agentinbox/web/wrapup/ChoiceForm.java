package org.agentinbox.web.wrapup;

import java.io.Serializable;
import java.util.UUID;

import org.agentinbox.conversation.wrapup.ChoiceKind;
import org.agentinbox.conversation.wrapup.ChoiceView;
import org.agentinbox.conversation.wrapup.ChoiceWish;

/** The contents of the dialog for an outcome or a tag. */
public class ChoiceForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ChoiceKind kind;
    private final UUID id;
    private final int version;
    private String name;
    private String nameKo;
    private boolean active = true;

    ChoiceForm(ChoiceKind kind) {
        this.kind = kind;
        id = null;
        version = 0;
    }

    ChoiceForm(ChoiceView choice) {
        kind = choice.kind();
        id = choice.id();
        version = choice.version();
        name = choice.is().name();
        nameKo = choice.is().nameKo();
        active = choice.is().active();
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    ChoiceWish wish() {
        return new ChoiceWish(name, nameKo, active);
    }

    /** @return whether it is stored already */
    public boolean isKnown() {
        return id != null;
    }

    public ChoiceKind getKind() {
        return kind;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** @return the Korean name, or null */
    public String getNameKo() {
        return nameKo;
    }

    public void setNameKo(String nameKo) {
        this.nameKo = nameKo;
    }

    /** @return whether chats can be given it */
    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
