/**
 * The log of security events: who signed in, changed what somebody may do, took data away, or was refused. Text of clients gets into the
 * log escaped, so that a line is always one of ours.
 *
 * <p>Invariants: an event is one line of the category {@code org.agentinbox.security}; what a transaction did is logged once it has
 * committed, and what was refused at once; no password, token or key is ever a value.
 *
 * <p>Events: none of CDI.
 *
 * <p>Read in this order: {@link SecurityEvent}, {@link SecurityLog}, {@link ClientAddress}, {@link LogText}, {@link LoggedException}.
 */
package org.agentinbox.platform.securitylog;
