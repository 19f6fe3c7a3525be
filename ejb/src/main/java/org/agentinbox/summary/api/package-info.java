/**
 * What a summariser takes and gives: turns of a conversation, and a summary whose statements name the messages they come from.
 *
 * <p>Invariants: a statement names at least one message; nothing here knows who writes summaries or where they are kept.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link Summariser}, {@link Turn}, {@link Summary}, {@link Statement}.
 */
package org.agentinbox.summary.api;
