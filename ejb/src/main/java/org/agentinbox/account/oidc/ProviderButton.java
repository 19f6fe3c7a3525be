package org.agentinbox.account.oidc;

/**
 * A provider that people may choose.
 *
 * @param id for addresses
 * @param name what they read
 */
public record ProviderButton(String id, String name) {}
