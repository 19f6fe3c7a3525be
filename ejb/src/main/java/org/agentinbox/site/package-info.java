/**
 * How a customer's own programs are authenticated: the secret with which the site signs who its visitors are, and the keys of programs that
 * call the REST API.
 *
 * <p>Invariants: a secret or key is shown once, to the administrator who makes it, and never again; of keys only the hash is stored. While
 * a secret is being replaced, the previous one stays valid until its end.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link SiteIntegration}, {@link SiteSecret}, {@link ApiKey}.
 */
package org.agentinbox.site;
