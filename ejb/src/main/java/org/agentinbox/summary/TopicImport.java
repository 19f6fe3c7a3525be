package org.agentinbox.summary;

import java.util.List;

/**
 * What became of a file of topics.
 *
 * @param added how many topics are new
 * @param changed how many have other synonyms now
 * @param unchanged how many were there already
 * @param problems why nothing was imported, by line; empty where all was
 */
public record TopicImport(int added, int changed, int unchanged, List<Problem> problems) {

    /**
     * Something that is wrong with a file.
     *
     * @param line from 1; 0: the file as a whole
     */
    public record Problem(int line, Reason reason) {
    }

    /** What can be wrong. Clients are told the name. */
    public enum Reason {
        /** It has more than 1 MiB. */
        TOO_BIG,
        /** It is not UTF-8. */
        NOT_UTF8,
        /** The first line is not {@code name,synonyms}. */
        HEADER,
        /** A quotation mark that is not closed, or one within a cell that has none around it. */
        QUOTES,
        /** Not two cells. */
        CELLS,
        /** Not a name. */
        NAME,
        /** More or longer synonyms than there may be. */
        SYNONYMS,
        /** The same name stands further up. */
        TWICE,
        /** There would be more topics than there may be. */
        TOO_MANY
    }
}
