package org.agentinbox.routing.rule;

import java.util.UUID;

/**
 * A custom rule.
 *
 * @param id never changes
 * @param is what administrators may change
 */
public record RuleView(UUID id, RuleWish is) {}
