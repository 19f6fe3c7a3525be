package org.agentinbox.visitor;

/** How a visitor hangs together with what is known under an email address. */
public enum Join {
    /** The visitor gave no email address. */
    NONE,
    /** By an email address that the visitor only says is theirs. */
    CLAIMED,
    /** By the word of the site. */
    VERIFIED,
    /** An administrator said that they are not that person. */
    APART
}
