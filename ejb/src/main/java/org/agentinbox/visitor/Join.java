package org.agentinbox.visitor;

/** How a visitor is related to the record of an email address. */
public enum Join {
    /** The visitor gave no email address. */
    NONE,
    /** By an email address that the visitor only claims. */
    CLAIMED,
    /** By an email address that the site signed. */
    VERIFIED,
    /** An administrator said that the visitor is not that person. */
    APART
}
