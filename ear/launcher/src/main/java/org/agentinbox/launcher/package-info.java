/**
 * Starts PostgreSQL, which the build downloads, and the prepared server on it, for the run command and for the tests. {@link
 * org.agentinbox.launcher.Run} also brings changed sources into the running server ({@code DevMode}); read {@code SourceFile} first. This
 * package is not part of the EAR.
 */
package org.agentinbox.launcher;
