/**
 * The page for the hours of an agent's week, and what the form of the hours for meetings shares with it. The rules are in
 * {@code org.agentinbox.availability}.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link SettingsPage}, {@link HoursActions}, {@link HoursFields}, {@link SettingsTexts}.
 */
package org.agentinbox.web.availability;
