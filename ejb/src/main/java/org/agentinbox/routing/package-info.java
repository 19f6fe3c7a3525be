/**
 * Which agent gets a chat: round robin over the agents who are available, reachable and below the limit of live chats.
 *
 * <p>Invariants: a conversation has at most one pending offer; an agent's active chats and pending offers together never exceed the limit;
 * both are decided under row locks, so they hold for any number of visitors, tabs and nodes. The position of the round robin is stored in
 * the database. A chat that is being transferred stays with its agent until the other one accepts; that offer counts like any other. For
 * each request it is stored which candidates were evaluated and why each was chosen or skipped. Who let some offers in a row lapse is
 * switched to unavailable, where the setting says so.
 *
 * <p>Locks are taken in this order: conversation, offer, rotation, agent.
 *
 * <p>Events: {@link OfferMade}, {@link OfferWithdrawn}, {@link TransferChanged}, to be observed after commit. It observes requests, ends
 * and messages of chats (conversation), and the availability of agents (availability).
 *
 * <p>Read in this order: {@link RoundRobin}, {@link Routing}, {@link Offer}, {@link Offers}, {@link OfferService}, {@link Transfers},
 * {@link AutoAway}, {@link OnlineStatus}.
 */
package org.agentinbox.routing;
