/**
 * Whether an agent takes chats now: what they chose, and whether their inbox is really open.
 *
 * <p>Invariants: available is a row, so it survives everything; reachable means that an open inbox was heard of within
 * {@link org.agentinbox.availability.Presence#REACHABLE_FOR}, whatever rows a crashed node left behind.
 *
 * <p>Events: {@link org.agentinbox.availability.AvailabilityChanged}, to be observed after commit.
 */
package org.agentinbox.availability;
