/**
 * The types that summarisers use: turns of a conversation, and a summary whose statements name the messages they come from.
 *
 * <p>Invariants: a statement names at least one message; nothing here depends on who writes summaries or where they are stored.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link Summariser}, {@link Turn}, {@link Summary}, {@link Statement}.
 */
package org.agentinbox.summary.api;
