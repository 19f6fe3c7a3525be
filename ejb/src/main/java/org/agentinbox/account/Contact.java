package org.agentinbox.account;

import java.util.UUID;

/**
 * How to write to a person.
 *
 * @param email null where none is known
 * @param locale the language that they chose, BCP 47; null: none
 */
public record Contact(UUID id, String name, String email, String locale) {}
