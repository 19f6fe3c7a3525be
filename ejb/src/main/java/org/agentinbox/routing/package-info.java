/**
 * Which agent gets a chat. The entry by which the visitor came in says among whom to choose: the owner of the visitor's account first, then
 * an agent, a team, or the agents of the first custom rule that matches, and all agents last. Among them it is round robin over those who
 * are available, reachable and below the limit of live chats. Where nobody can, the visitor waits in the queue or gets the fallback.
 *
 * <p>Invariants: a conversation has at most one pending offer; an agent's active chats and pending offers together never exceed the limit;
 * both are decided under row locks, so they hold for any number of visitors, tabs and nodes. The positions of the round robins are stored
 * in the database. A chat that is being transferred stays with its agent until the other one accepts; that offer counts like any other. An
 * agent who did not take a request is not asked for it again. For each request it is stored what was decided and why. A chat whose agent
 * lost the connection is offered to others after a while. Who let some offers in a row lapse is switched to unavailable, where the setting
 * says so. An offer whose agent turned unavailable or unreachable goes on.
 *
 * <p>A decision looks at agents in the order of their turns, as many as it needs, before it waits for its lock; under the lock, whoever
 * seems able to take the chat is locked and read again.
 *
 * <p>Locks are taken in this order: conversation, offer, rotation, agent.
 *
 * <p>Events: {@link OfferMade}, {@link OfferWithdrawn}, {@link TransferChanged}, {@link ChatQueued}, {@link ChatFellBack}, to be observed
 * after commit. It observes requests, ends and messages of chats (conversation), and the availability of agents (availability).
 *
 * <p>Read in this order: {@link RoutingPlan}, {@link AgentChoice}, {@link Turns}, {@link PoolWalk}, {@link Routing}, {@link WaitingQueue},
 * {@link Offer}, {@link Offers}, {@link OfferService}, {@link OfferPassOn}, {@link OfferReach}, {@link Transfers}, {@link LostAgents},
 * {@link AutoAway}, {@link OnlineStatus}.
 */
package org.agentinbox.routing;
