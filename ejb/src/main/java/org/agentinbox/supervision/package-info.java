/**
 * Supervision of running chats: leads of teams and sales admins watch chats of others, take them over, assign them and end them.
 *
 * <p>Invariants: who may is decided in one place, {@link Supervisor}, at each act and for each frame that a watcher is sent; a change of
 * hands is one commit, with a line to both sides, under the conversation's lock; the same client id is the same act. A watch is a row that
 * belongs to the connection of a page, so that it ends with that, on whatever node it is.
 *
 * <p>Events: {@code conversation.SupervisorActed} inside the transaction, for each act; ends are fired by {@code conversation.AgentChats}.
 * It observes ends of chats (conversation).
 *
 * <p>Read in this order: {@link Supervisor}, {@link TeamLeads}, {@link SupervisionService}, {@link Watches}, {@link WatchedChats}.
 */
package org.agentinbox.supervision;
