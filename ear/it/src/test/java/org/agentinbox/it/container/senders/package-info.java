/** Senders for the outbox's tests. They are added to the EAR's ejb jar, because the outbox's worker sees only beans of that jar. */
package org.agentinbox.it.container.senders;
