package org.agentinbox.platform;

/**
 * A table of the database, and how its rows are removed with the history of visitors.
 *
 * @param name as in the migrations
 * @param removal when its rows are removed
 * @param by the column or table to which {@code removal} refers; null where it refers to none
 * @param exported whether its rows are part of the export of a visitor's data
 */
public record OwnedTable(String name, Removal removal, String by, boolean exported) {

    /** When rows of a table are removed by the purge and by the erasure of a visitor. */
    public enum Removal {
        /** Never: the rows are not about visitors. */
        NEVER,
        /**
         * The retention package has its own statements for the rows: conversations, messages, visitors, and rows that follow these by other
         * columns.
         */
        BY_RETENTION,
        /** With the conversation that their column {@code conversation_id} names. */
        WITH_CONVERSATION,
        /** With the visitor that their column {@code visitor_id} names. */
        WITH_VISITOR,
        /**
         * When the instant in the column {@code by} is longer ago than history is kept; also when the visitor in {@code visitor_id} is
         * erased. The table has a column {@code id}.
         */
        BY_AGE,
        /** With the row of the table {@code by} to which they refer, by a foreign key that cascades. */
        WITH_ROW
    }

    /** A table whose rows are not about visitors. */
    public static OwnedTable aboutNoVisitor(String name) {
        return new OwnedTable(name, Removal.NEVER, null, false);
    }

    /** A table for which the retention package has its own statements. */
    public static OwnedTable removedByRetention(String name) {
        return new OwnedTable(name, Removal.BY_RETENTION, null, true);
    }

    /** A table about conversations. */
    public static OwnedTable ofConversation(String name) {
        return new OwnedTable(name, Removal.WITH_CONVERSATION, "conversation_id", true);
    }

    /** A table about visitors whose rows stay as long as the visitor does. */
    public static OwnedTable ofVisitor(String name) {
        return new OwnedTable(name, Removal.WITH_VISITOR, "visitor_id", true);
    }

    /**
     * A table about visitors whose rows are removed by their own age.
     *
     * @param at the column with the instant from which their age counts
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

    /**
     * @return this table, left out of exports because its rows describe how the product works and not the visitor, or are derived from
     * others
     */
    public OwnedTable internal() {
        return new OwnedTable(name, removal, by, false);
    }
}
