package org.agentinbox.visitor;

/** How sure a field of a visitor is. */
public enum FieldSource {
    /** The site or a CRM vouches for it, and the site signed that this visitor is that person. */
    VERIFIED,
    /** The site or a CRM vouches for it, but that this visitor is that person is only what the visitor says. */
    KNOWN,
    /** The visitor's own word. */
    CLAIMED,
    /** The word of somebody who went by the same email address before. */
    EARLIER
}
