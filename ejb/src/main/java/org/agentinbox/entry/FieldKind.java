package org.agentinbox.entry;

/** What a field of an entry's form asks for. The names are stored. */
public enum FieldKind {
    /** The visitor's name. */
    NAME,
    /** An email address. */
    EMAIL,
    /** A phone number. */
    PHONE,
    /** What the visitor does. */
    JOB_TITLE,
    /** For whom the visitor works. */
    COMPANY,
    /** The first message of the chat. */
    MESSAGE,
    /** A question of the administrator's, answered by a line of text. */
    TEXT,
    /** A question of the administrator's, answered by one of several choices. */
    CHOICE;

    /** @return whether it is a question of the administrator's, of which a form may have several */
    public boolean isQuestion() {
        return this == TEXT || this == CHOICE;
    }
}
