package org.agentinbox.web.retention;

import java.io.Serializable;
import java.util.UUID;

/** A line of a table of those whose data is held, and what its dialogs say of it, in the reader's language. */
public abstract class SubjectRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final UUID id;
    private final String label;
    private final String confirmation;
    private final String eraseWhat;

    SubjectRow(UUID id, String label, String confirmation, String eraseWhat) {
        this.id = id;
        this.label = label;
        this.confirmation = confirmation;
        this.eraseWhat = eraseWhat;
    }

    static String dash(String value) {
        return value == null ? "-" : value;
    }

    UUID id() {
        return id;
    }

    /** @return never changes */
    public String getId() {
        return id.toString();
    }

    /** @return tells this one from others that look the same */
    public String getLabel() {
        return label;
    }

    /** @return what to type before everything goes */
    public String getConfirmation() {
        return confirmation;
    }

    /** @return what an erasure takes, and what it leaves */
    public String getEraseWhat() {
        return eraseWhat;
    }
}
