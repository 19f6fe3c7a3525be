package org.agentinbox.conversation.append;

/** Who wrote a message. */
public enum AuthorKind {
    /** The visitor. */
    VISITOR,
    /** An agent. */
    AGENT,
    /** The product itself. */
    SYSTEM
}
