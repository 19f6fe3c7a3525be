/**
 * The page of all days off, an agent's own on the page of hours, and the import of calendar files. The rules are in
 * {@code org.agentinbox.dayoff}.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link DayOffEditor}, {@link DaysOffPage}, {@link AgentDaysOff}, {@link DayOffForm}, {@link DaysOffResource}.
 */
package org.agentinbox.web.dayoff;
