/**
 * The account list: which company has which internet domain, and which live agent owns it as an account. It has nothing to do with the
 * accounts by which people sign in.
 *
 * <p>Invariants: a domain is on the list once, in one form; it counts for all that is below it, and the longest that counts does; public
 * suffixes and domains at which anybody can have an email address are never on it. An account whose owner takes no chats any more stays
 * the owner's, and is passed over. A file replaces the list as a whole or not at all; routing never waits for it and sees the list before
 * or after. One file is imported at a time, on whatever node.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link CompanyDomain}, {@link CompanyAccount}, {@link CompanyAccounts}, {@link CompanyAccountService},
 * {@link CompanyAccountPrograms}, {@link AccountFile}, {@link CompanyAccountImports}, {@link ImportRecords}, {@link StagedAccounts}.
 */
package org.agentinbox.companyaccount;
