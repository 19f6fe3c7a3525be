package org.agentinbox.routing.rule;

import java.util.UUID;

/**
 * A custom rule.
 *
 * @param id never changes
 * @param version rises with each change, but not where only its place changes
 * @param is what administrators may change
 */
public record RuleView(UUID id, int version, RuleWish is) {}
