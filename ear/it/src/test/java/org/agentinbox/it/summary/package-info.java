/** Summaries during a chat and the final one, by the built-in way and by an endpoint. */
package org.agentinbox.it.summary;
