/** Signing in and out, the password, preferences, and the administration of agents, as people and browsers meet them. */
package org.agentinbox.web.account;
