package org.agentinbox.account;

import java.util.UUID;

/**
 * What visitors and colleagues may know of somebody.
 *
 * @param id the account's
 * @param name the display name
 * @param hasPhoto whether {@link AccountService#photo} has a picture
 */
public record Person(UUID id, String name, boolean hasPhoto) {}
