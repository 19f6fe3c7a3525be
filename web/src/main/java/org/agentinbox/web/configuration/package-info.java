/**
 * The configuration over REST, for programs. The rules are in {@code org.agentinbox.configuration}.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link ConfigurationResource}, {@link ConfigurationJson}.
 */
package org.agentinbox.web.configuration;
