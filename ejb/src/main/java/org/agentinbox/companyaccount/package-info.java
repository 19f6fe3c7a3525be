/**
 * The account list: which company has which internet domain, and which live agent owns it as an account. It has nothing to do with the
 * accounts by which people sign in.
 *
 * <p>Invariants: a domain is on the list once, in one form; it counts for all that is below it, and the longest that counts does; public
 * suffixes and domains at which anybody can have an email address are never on it.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link CompanyDomain}.
 */
package org.agentinbox.companyaccount;
