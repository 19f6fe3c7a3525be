package org.agentinbox.web.entry;

import java.io.Serializable;

import org.agentinbox.entry.EntryView;

/** An entry in the list, in words. */
public class EntryRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String id;
    private final EntryForm stored;
    private final String asks;
    private final String then;

    EntryRow(EntryView entry, String asks, String then) {
        this.id = entry.id().toString();
        this.stored = new EntryForm(entry);
        this.asks = asks;
        this.then = then;
    }

    EntryForm form() {
        return stored;
    }

    public String getId() {
        return id;
    }

    /** @return what pages name */
    public String getKey() {
        return stored.getKey();
    }

    /** @return what administrators call it */
    public String getName() {
        return stored.getName();
    }

    /** @return whether visitors come in by it */
    public boolean isActive() {
        return stored.isActive();
    }

    /** @return whether it is the one that always exists */
    public boolean isDefaultEntry() {
        return stored.isDefaultEntry();
    }

    /** @return whom it asks, in words */
    public String getAsks() {
        return asks;
    }

    /** @return what happens where nobody can take the chat, in words */
    public String getThen() {
        return then;
    }
}
