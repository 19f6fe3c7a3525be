/** Tests of summaries during a chat and of the final one, built-in and by an endpoint. */
package org.agentinbox.it.summary;
