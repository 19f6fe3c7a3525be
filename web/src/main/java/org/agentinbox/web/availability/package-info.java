/**
 * The hours of an agent's week, as people edit and see them. Rules and rights are those of {@code org.agentinbox.availability}.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link SettingsPage}, {@link HoursActions}, {@link HoursFields}, {@link SettingsTexts}.
 */
package org.agentinbox.web.availability;
