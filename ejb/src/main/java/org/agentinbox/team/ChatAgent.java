package org.agentinbox.team;

import java.util.UUID;

/**
 * Somebody whom a team or a rule can name.
 *
 * @param id the account's
 * @param name the display name
 * @param takesChats whether they take live chats; false for those who are named but do not any more
 */
public record ChatAgent(UUID id, String name, boolean takesChats) {}
