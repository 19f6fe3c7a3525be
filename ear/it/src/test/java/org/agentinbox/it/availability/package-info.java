/** Who is there: connections of agents that come, go and fall silent, and what visitors are told of it. */
package org.agentinbox.it.availability;
