package org.agentinbox.routing;

import java.util.UUID;

import org.agentinbox.entry.LocalText;

/**
 * What a visitor gets whose chat nobody took.
 *
 * @param text of the entry; empty where the product's own text serves
 * @param agentId with whom a meeting can be booked, or null; the booking card is in the conversation
 * @param takesMessages whether a message may be left
 */
public record Fallback(LocalText text, UUID agentId, boolean takesMessages) {}
