package org.agentinbox.site;

/** What a program may do with its key. The names are stored. */
public enum KeyScope {
    /** Reads what is verified of people. */
    READ,
    /** Tells what a CRM knows of people. */
    VISITORS,
    /** Reads and writes what administrators configure. */
    CONFIGURATION,
    /** Reads why requests went where they went, and asks where one would go. */
    ROUTING
}
