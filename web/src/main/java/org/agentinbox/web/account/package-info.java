/**
 * Signing in and out, one's own sign-ins, the password, passkeys, preferences, and the administration of agents, as people and
 * browsers meet them.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link SignInServlet}, {@link SignInAuthentication}, {@link SignInCookie}, {@link CurrentUser},
 * {@link LimitedSignInFilter}, {@link ProviderSignInServlet}, {@link ProviderLogoutServlet}, {@link PasskeySignInServlet},
 * {@link PasskeyServlet}, {@link LandingPage}, {@link ProfilePage},
 * {@link AgentsPage}, {@link PeopleResource}.
 */
package org.agentinbox.web.account;
