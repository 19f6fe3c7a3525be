package org.agentinbox.summary.api;

import java.time.Instant;

import org.agentinbox.conversation.append.AuthorKind;

/**
 * A message of one side.
 *
 * @param seq the message's number in its conversation
 * @param at when it was sent; may be null where that is not known
 */
public record Turn(int seq, AuthorKind author, String text, Instant at) {}
