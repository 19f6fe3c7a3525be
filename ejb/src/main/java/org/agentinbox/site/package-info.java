/**
 * How a customer's own programs are authenticated: the secret with which the site signs who its visitors are, and the keys of programs that
 * call the REST API.
 *
 * <p>Invariants: a secret or key is shown once, to the administrator who makes it, and never again; of keys only the hash is stored. A key
 * does what its scopes say and no more, ends by itself, and works only while the account to which it belongs is an administrator's. While a
 * secret is being replaced, the previous one stays valid until its end.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link SiteIntegration}, {@link SiteSecret}, {@link ApiKey}, {@link ApiKeys}.
 */
package org.agentinbox.site;
