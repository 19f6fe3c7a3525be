package org.agentinbox.web.conversation;

/** A frame came before hello. */
class NotYetException extends RuntimeException {
}
