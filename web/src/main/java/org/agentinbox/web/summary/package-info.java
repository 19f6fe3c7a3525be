/**
 * Summaries of conversations and the list of topics, for agents and administrators. Holds no rules.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link SummaryJson}, {@link SummaryResource}.
 */
package org.agentinbox.web.summary;
