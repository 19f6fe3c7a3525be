package org.agentinbox.companyaccount;

import java.util.UUID;

/**
 * The account of the list to which a domain belongs.
 *
 * @param domain that of the account: the one asked for, or one above it
 * @param company its name, or null
 * @param ownerId the agent whose account it is
 * @param takesChats whether the owner is an agent to whom chats can be offered at all; whether they are available is another question
 */
public record AccountOwner(String domain, String company, UUID ownerId, boolean takesChats) {}
