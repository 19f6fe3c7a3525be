package org.agentinbox.conversation.wrapup;

import java.util.UUID;

/**
 * An outcome or a tag.
 *
 * @param id never changes
 * @param version rises with each change, other than of its place
 * @param kind which of the two
 * @param is what it is called, and whether chats can be given it
 * @param removed whether it is on the list no more
 */
public record ChoiceView(UUID id, int version, ChoiceKind kind, ChoiceWish is, boolean removed) {

    /** @return whether chats can be given it from now on */
    public boolean offered() {
        return is.active() && !removed;
    }

    /**
     * @param language {@code en} or {@code ko}
     * @return its name in this language, or in English
     */
    public String name(String language) {
        return "ko".equals(language) && is.nameKo() != null ? is.nameKo() : is.name();
    }
}
