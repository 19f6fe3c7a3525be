package org.agentinbox.answer;

/**
 * Why a file was not imported.
 *
 * @param line of the file, from 1; 0: the file as a whole
 * @param reason what is wrong there
 */
public record ImportProblem(int line, Reason reason) {

    /** What can be wrong. Clients are told the name. */
    public enum Reason {
        /** It has more than 1 MiB. */
        TOO_BIG,
        /** It is not UTF-8. */
        NOT_UTF8,
        /** The first line is not {@code shortcut,text,shared}. */
        HEADER,
        /** A quotation mark that is not closed, or one within a cell that has none around it. The rest of the file cannot be told. */
        QUOTES,
        /** Not three cells. */
        CELLS,
        /** Not a shortcut. */
        SHORTCUT,
        /** No text. */
        EMPTY_TEXT,
        /** A text of more than 4,000 characters. */
        TEXT_TOO_LONG,
        /** NUL or half of a surrogate pair. */
        INVALID_CHARACTERS,
        /** A placeholder that nobody could fill. */
        PLACEHOLDER,
        /** Neither {@code true} nor {@code false}. */
        SHARED,
        /** The line would change what is shared, and the caller is no sales admin. */
        NOT_ALLOWED,
        /** The same shortcut stands further up. */
        TWICE,
        /** There would be more answers than there may be. */
        TOO_MANY
    }
}
