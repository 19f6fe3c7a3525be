package org.agentinbox.conversation;

/** Who wrote a message. */
public enum AuthorKind {
    /** The visitor. */
    VISITOR,
    /** An agent. */
    AGENT,
    /** The product. */
    SYSTEM
}
