/**
 * Signing in by OpenID providers: code flow with PKCE, sign-out from both sides, and looking sign-ins up again (ADR 34).
 *
 * <p>Invariants: nothing is believed that a provider has not signed with a key that it publishes; a sign-in is ended by the browser that
 * has begun it, once, within ten minutes, on any node; a person is known by issuer and subject, and linked to an account that exists only
 * by a verified address, only where the settings say so, never to an administrator's; who has no role at the provider has no sign-in here;
 * tokens are kept encrypted; providers are called at addresses that were checked.
 *
 * <p>Events: none of its own; {@link org.agentinbox.account.SignedOut} is fired for what ends.
 *
 * <p>Read in this order: {@link ProviderService}, {@link Provider}, {@link ProviderReader}, {@link Attempt}, {@link ProviderClient},
 * {@link ProviderDocuments}, {@link ProviderHttp}, {@link ClaimMapping}, {@link ProviderSignIns}, {@link ProviderRechecks}.
 */
package org.agentinbox.account.oidc;
