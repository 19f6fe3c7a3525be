package org.agentinbox.web.conversation;

/** A frame came before hello. */
class HelloRequiredException extends RuntimeException {

    private static final long serialVersionUID = 1;
}
