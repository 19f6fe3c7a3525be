package org.agentinbox.routing;

import org.agentinbox.account.Person;

/**
 * An agent whom a chat might be handed on to.
 *
 * @param verdict {@link Verdict#TAKEN}: can be chosen; else why not
 * @param chats live chats, pending offers counted
 * @param most how many an agent may have
 */
public record TransferCandidate(Person agent, Verdict verdict, int chats, int most) {}
