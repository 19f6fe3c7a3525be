package org.agentinbox.visitor;

/** Where the value of a visitor's field comes from. */
public enum FieldSource {
    /** The site or a CRM gave it, and the site signed that this visitor is that person. */
    VERIFIED,
    /** The site or a CRM gave it, but only the visitor says that they are that person. */
    KNOWN,
    /** The visitor's own claim. */
    CLAIMED,
    /** The claim of an earlier visitor with the same email address. */
    EARLIER
}
