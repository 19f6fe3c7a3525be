/**
 * Signing in and out, one's own sign-ins, the password, preferences, and the administration of agents, as people and browsers meet them.
 */
package org.agentinbox.web.account;
