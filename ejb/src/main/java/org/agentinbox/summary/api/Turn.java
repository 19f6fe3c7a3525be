package org.agentinbox.summary.api;

import java.time.Instant;

import org.agentinbox.conversation.append.AuthorKind;

/**
 * What one side said at a time.
 *
 * @param seq the message's number in its conversation
 * @param at may be null where nobody knows
 */
public record Turn(int seq, AuthorKind author, String text, Instant at) {}
