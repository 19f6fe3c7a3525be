package org.agentinbox.configuration;

import java.util.List;

/**
 * What is wrong with a document.
 *
 * @param pointer where (RFC 6901); empty for the document as a whole
 * @param reason what
 * @param refused with {@link Reason#INVALID}: what the feature refuses, such as {@code teams.lead}; else null
 * @param arguments of the text that says it
 */
public record ConfigurationProblem(String pointer, Reason reason, String refused, List<String> arguments) {

    /** What can be wrong. Clients get the names. */
    public enum Reason {
        /** It has more bytes than are read: how many are. */
        TOO_BIG,
        /** It is not UTF-8. */
        NOT_UTF8,
        /** It is no JSON: line and column where it ceases to be. */
        NOT_JSON,
        /** It is nested more deeply than any document needs. */
        TOO_DEEP,
        /** There are more values, or more items of a section, than there can be: how many there can be. */
        TOO_MANY,
        /** The object has the member twice. */
        DUPLICATE_MEMBER,
        /** There is no such member, or it says nothing here. */
        UNKNOWN_MEMBER,
        /** The member must be there. */
        MISSING_MEMBER,
        /** It is of another type: which one is wanted. */
        WRONG_TYPE,
        /** It is none of the names that can stand here: which can. */
        UNKNOWN_NAME,
        /** It has characters that cannot be stored. */
        INVALID_CHARACTERS,
        /** The feature does not allow it. */
        INVALID,
        /** An earlier item has this key, or an earlier value is the same. */
        TWICE,
        /** Nobody has this user name. */
        NO_SUCH_USER,
        /** Who has this user name takes no live chats. */
        TAKES_NO_CHATS,
        /** The document has no team of this name. */
        NO_SUCH_TEAM,
        /** It cannot be removed, so the document must have it: its key. */
        NOT_REMOVABLE
    }
}
