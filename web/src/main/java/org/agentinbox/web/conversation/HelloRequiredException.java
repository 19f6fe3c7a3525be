package org.agentinbox.web.conversation;

/** A client sent a frame before hello. */
class HelloRequiredException extends RuntimeException {

    private static final long serialVersionUID = 1;
}
