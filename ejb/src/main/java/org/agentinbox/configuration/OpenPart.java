package org.agentinbox.configuration;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.json.JsonObject;

/**
 * A part of the configuration during one reading or one replacement.
 *
 * @param <W> what an item should be, as the feature stores it
 */
public interface OpenPart<W> {

    /**
     * An item as it is stored.
     *
     * @param id of what stores it
     * @param key what people know it by
     * @param json its members, those that say nothing left out
     */
    record Stored(UUID id, String key, JsonObject json) {}

    /**
     * A sound item of a document.
     *
     * @param json its members, written as those of {@link Stored} would be
     * @param wish what it should be
     */
    record Wanted<W>(JsonObject json, W wish) {}

    /** @return the stored items, in the order of the document */
    List<Stored> stored();

    /** @return how many items there can be */
    int most();

    /**
     * @param item of a document
     * @return what people know it by; null where it cannot be told, which {@link #read} then says
     */
    String key(Members item);

    /** @return the same for the keys of what is the same thing */
    default String identity(String key) {
        return key.toLowerCase(Locale.ROOT);
    }

    /** @return whether several items may have the same key; they are told apart by their order then */
    default boolean hasTwins() {
        return false;
    }

    /** @return whether the order of the items says something */
    default boolean isOrdered() {
        return false;
    }

    /**
     * @param item of a document, where each problem is told
     * @param id of the stored item with the same key, or of the new one
     * @return what it should be; null where something is wrong with it
     */
    Wanted<W> read(Members item, UUID id);

    /**
     * Tells problems that concern all items together.
     *
     * @param keys of the items of a document
     * @param section where they stand
     */
    default void check(List<String> keys, Members section) {}

    /** Stores a new item. */
    void add(UUID id, Wanted<W> wanted);

    /** Changes a stored one. */
    void change(UUID id, Wanted<W> wanted);

    /** @param ids of all items in the order of the document, those that are to be removed left out; only where it {@link #isOrdered} */
    default void order(List<UUID> ids) {}

    /** Removes items, after all parts have stored theirs. */
    void remove(List<UUID> ids);

    /** Everything is stored, and something of this part was changed. */
    default void changed() {}
}
