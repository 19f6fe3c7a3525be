/**
 * Which agent gets a chat: round robin over the agents who are available, reachable and below the limit of live chats.
 *
 * <p>Invariants: a conversation has one pending offer at most; an agent never has more active chats and pending offers together than the
 * limit; both are decided under row locks, so they hold for any number of visitors, tabs and nodes. Where the round robin goes on is a
 * row. A chat that is handed on stays with the agent who has it until the other one accepts; its offer counts like any other. For each
 * request it is kept which candidates were evaluated and why each was taken or skipped.
 *
 * <p>Locks are taken in this order: conversation, offer, rotation, agent.
 *
 * <p>Events: {@link OfferMade}, {@link OfferWithdrawn}, {@link TransferChanged}, to be observed after commit. It observes requests and
 * ends of chats and messages (conversation), and the availability of agents (availability).
 *
 * <p>Read in this order: {@link RoundRobin}, {@link Routing}, {@link Offer}, {@link Offers}, {@link OfferService}, {@link Transfers},
 * {@link OnlineStatus}.
 */
package org.agentinbox.routing;
