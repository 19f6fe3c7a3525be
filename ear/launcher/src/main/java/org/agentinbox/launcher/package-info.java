/**
 * Starts a PostgreSQL that the build brings along and the prepared server on it: for the run command and for the tests.
 * Never part of the EAR.
 */
package org.agentinbox.launcher;
