package org.agentinbox.site;

import java.util.Set;

/**
 * The wish for an API key.
 *
 * @param name what it is for, 1 to 100 characters
 * @param scopes what a program may do with it; at least one, and no more than it needs
 * @param months how long it works; 1 to 24
 */
public record NewKey(String name, Set<KeyScope> scopes, int months) {}
