package org.agentinbox.web.retention;

import java.io.Serializable;
import java.util.UUID;

/** A row of a table of those whose data is held, with the texts of its dialogs, in the reader's language. */
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

    /** @return a label that tells this row from others with the same name */
    public String getLabel() {
        return label;
    }

    /** @return what must be typed to confirm an erasure */
    public String getConfirmation() {
        return confirmation;
    }

    /** @return what an erasure removes, and what it leaves */
    public String getEraseWhat() {
        return eraseWhat;
    }
}
