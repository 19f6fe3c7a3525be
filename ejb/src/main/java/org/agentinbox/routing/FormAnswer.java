package org.agentinbox.routing;

import org.agentinbox.entry.LocalText;

/**
 * What a visitor answered to a question of an entry's form.
 *
 * @param question as it was then
 * @param answer as it was typed or chosen
 */
public record FormAnswer(LocalText question, String answer) {}
