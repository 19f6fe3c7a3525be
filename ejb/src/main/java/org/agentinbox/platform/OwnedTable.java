package org.agentinbox.platform;

/**
 * A table of the database, and how its rows go with the history of visitors.
 *
 * @param name as in the migrations
 * @param removal when its rows are removed
 * @param by the column or the table that {@code removal} speaks of; null where it speaks of none
 * @param exported whether the export of what is held about a visitor tells its rows
 */
public record OwnedTable(String name, Removal removal, String by, boolean exported) {

    /** When rows of a table are removed by the purge and by the erasure of a visitor. */
    public enum Removal {
        /** Never: they tell of no visitor. */
        NEVER,
        /** The retention has statements of its own for them: conversations, messages, visitors, and what follows these by other columns. */
        BY_RETENTION,
        /** With the conversation that their column {@code conversation_id} names. */
        WITH_CONVERSATION,
        /** With the visitor that their column {@code visitor_id} names. */
        WITH_VISITOR,
        /**
         * When the instant in the column {@code by} is longer ago than history is kept; also when the visitor that {@code visitor_id}
         * names is
         * erased. They have an {@code id}.
         */
        BY_AGE,
        /** With the row of the table {@code by} to which they refer, by a foreign key that cascades. */
        WITH_ROW
    }

    /** A table in which nothing tells of a visitor. */
    public static OwnedTable aboutNoVisitor(String name) {
        return new OwnedTable(name, Removal.NEVER, null, false);
    }

    /** A table that the retention knows by name. */
    public static OwnedTable removedByRetention(String name) {
        return new OwnedTable(name, Removal.BY_RETENTION, null, true);
    }

    /** A table about conversations. */
    public static OwnedTable ofConversation(String name) {
        return new OwnedTable(name, Removal.WITH_CONVERSATION, "conversation_id", true);
    }

    /** A table about visitors whose rows stay as long as the visitor. */
    public static OwnedTable ofVisitor(String name) {
        return new OwnedTable(name, Removal.WITH_VISITOR, "visitor_id", true);
    }

    /**
     * A table about visitors whose rows age by themselves.
     *
     * @param at the column with the instant from which on they age
     */
    public static OwnedTable aging(String name, String at) {
        return new OwnedTable(name, Removal.BY_AGE, at, true);
    }

    /**
     * A table whose rows belong to rows of another one.
     *
     * @param parent the other one
     */
    public static OwnedTable partOf(String name, String parent) {
        return new OwnedTable(name, Removal.WITH_ROW, parent, false);
    }

    /** @return this, left out of exports: it tells of our work and not of the visitor, or is only made from the rest */
    public OwnedTable internal() {
        return new OwnedTable(name, removal, by, false);
    }
}
