/**
 * How a customer's own programs are known: the secret with which the site signs who its visitors are, and the keys of programs that call
 * REST.
 *
 * <p>Invariants: a secret or key is told once, to the administrator who makes it, and never again; of keys only the hash is kept. While a
 * secret is being replaced, the one before it holds too, until its end.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link SiteIntegration}, {@link SiteSecret}, {@link ApiKey}.
 */
package org.agentinbox.site;
