/** Summaries of conversations and the list of topics, for agents and administrators. Holds no rules. */
package org.agentinbox.web.summary;
