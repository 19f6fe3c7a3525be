package org.agentinbox.entry;

import java.util.UUID;

/**
 * An entry.
 *
 * @param id never changes
 * @param key what a page names in {@code data-entry}; it never changes
 * @param version rises with each change, but not where only its place changes
 * @param is what administrators may change
 */
public record EntryView(UUID id, String key, int version, EntryWish is) {

    /** The key of the entry that always exists. */
    public static final String DEFAULT = "default";

    /** @return whether it is the one that always exists */
    public boolean isDefault() {
        return DEFAULT.equals(key);
    }
}
