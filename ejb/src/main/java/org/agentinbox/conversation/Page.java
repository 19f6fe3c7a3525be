package org.agentinbox.conversation;

import java.util.List;

/**
 * A part of a list.
 *
 * @param items at most as many as asked for
 * @param next where the next part begins, or null at the end
 */
public record Page<T>(List<T> items, String next) {}
