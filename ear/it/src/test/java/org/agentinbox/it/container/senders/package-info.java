/** Senders for the outbox's tests. They go into the EAR's ejb jar: only what is in it, or below it, is seen by the worker. */
package org.agentinbox.it.container.senders;
