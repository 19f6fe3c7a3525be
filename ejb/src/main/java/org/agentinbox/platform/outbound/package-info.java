/**
 * Calls to servers of others, whose addresses people or settings have named: calendars, push services, the endpoint that writes summaries.
 *
 * <p>Invariants: a connection goes to an address that was checked, for a name is looked up once for each connection; redirects are not
 * followed; an answer is whole in time and small enough, or it is none; no proxy that the JVM or its environment names is used.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link OutboundHttp}, {@link AddressRule}, {@link CheckedAddresses}, {@link OutboundException}.
 */
package org.agentinbox.platform.outbound;
