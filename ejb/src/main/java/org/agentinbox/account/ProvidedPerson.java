package org.agentinbox.account;

import java.util.Set;

/**
 * What a provider says of a person, in our own terms.
 *
 * @param userName a wish for the name of a new account; any text, or null
 * @param name what people read, or null where it says nothing
 * @param email or null
 * @param emailVerified whether the provider says that it is this person's
 * @param locale {@code en} or {@code ko}, or null
 * @param roles maybe none
 */
public record ProvidedPerson(String userName, String name, String email, boolean emailVerified, String locale, Set<Role> roles) {}
