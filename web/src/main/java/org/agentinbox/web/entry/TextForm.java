package org.agentinbox.web.entry;

import java.io.Serializable;

import org.agentinbox.entry.EntryText;
import org.agentinbox.entry.LocalText;

/** A text of an entry in both languages, as it is edited. */
public class TextForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final EntryText which;
    private String en;
    private String ko;

    /** @param which null for the text of the consent */
    TextForm(EntryText which, LocalText text) {
        this.which = which;
        this.en = text.en();
        this.ko = text.ko();
    }

    EntryText which() {
        return which;
    }

    LocalText text() {
        return new LocalText(en, ko);
    }

    /** @return its name in documents, such as {@code afterEnd} */
    public String getName() {
        return which == null ? "consent" : which.member();
    }

    public String getEn() {
        return en;
    }

    public void setEn(String en) {
        this.en = en;
    }

    public String getKo() {
        return ko;
    }

    public void setKo(String ko) {
        this.ko = ko;
    }
}
