package org.agentinbox.routing;

import org.agentinbox.account.Person;

/**
 * An agent to whom a chat might be transferred.
 *
 * @param verdict {@link Verdict#TAKEN} where they can be chosen, else why not
 * @param chats live chats, pending offers counted
 * @param most how many an agent may have
 */
public record TransferCandidate(Person agent, Verdict verdict, int chats, int most) {}
