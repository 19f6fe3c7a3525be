package org.agentinbox.configuration;

import java.util.List;

import jakarta.json.JsonObject;

/**
 * In what a document differs from the configuration.
 *
 * @param added what only the document has
 * @param changed what both have, with other members
 * @param removed what only the configuration has
 * @param moved sections in which what both have stands in another order
 * @param unchanged how many items are the same
 */
public record Differences(List<Item> added, List<Change> changed, List<Item> removed, List<Move> moved, int unchanged) {

    /** An item of a section, by its key. */
    public record Item(Section section, String key) {}

    /**
     * An item that changes.
     *
     * @param before those of its members that change, as they are
     * @param after the same, as they will be
     */
    public record Change(Section section, String key, JsonObject before, JsonObject after) {}

    /** The keys of what stays in a section, in their order. */
    public record Move(Section section, List<String> before, List<String> after) {}
}
