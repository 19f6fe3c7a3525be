package org.agentinbox.account;

import java.util.UUID;

/**
 * What visitors and colleagues may know of somebody.
 *
 * @param id the account's
 * @param name the display name
 * @param title what they say they are, or null
 * @param photoTag another one with each picture that {@link AccountService#photo} has; null where there is none
 */
public record Person(UUID id, String name, String title, UUID photoTag) {}
