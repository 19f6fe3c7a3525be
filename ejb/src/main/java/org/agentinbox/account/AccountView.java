package org.agentinbox.account;

import java.util.Set;
import java.util.UUID;

/**
 * A person as others see them.
 *
 * @param id never changes
 * @param version another one with each change
 * @param userName what they sign in with, in lower case
 * @param displayName what colleagues and visitors read; never null
 * @param email or null
 * @param roles what they were given
 * @param active whether they may sign in
 * @param mustChangePassword whether they must choose a password before anything else
 * @param locale the language they chose, {@code en} or {@code ko}, or null: what the browser asks for
 * @param title what visitors read beside the name, or null
 * @param enterSends whether Enter sends a message; where it does not, Ctrl+Enter does
 * @param photoTag another one with each picture; null where there is none
 */
public record AccountView(
    UUID id,
    int version,
    String userName,
    String displayName,
    String email,
    Set<Role> roles,
    boolean active,
    boolean mustChangePassword,
    String locale,
    String title,
    boolean enterSends,
    UUID photoTag) {}
