/**
 * The administrators' page of outcomes and tags. The rules are in {@code org.agentinbox.conversation.wrapup}.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link OutcomesPage}, {@link ChoiceForm}, {@link ChoiceRow}.
 */
package org.agentinbox.web.wrapup;
