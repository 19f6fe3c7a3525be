package org.agentinbox.answer;

import java.util.UUID;

/**
 * A canned answer as agents see it.
 *
 * @param id never changes
 * @param version another one with each change
 * @param shortcut what is typed after the slash: small letters, digits, {@code -} and {@code _}
 * @param text with placeholders, see {@link Placeholders}
 * @param shared whether all agents have it; else it is the reader's own
 */
public record AnswerView(UUID id, int version, String shortcut, String text, boolean shared) {}
