/**
 * The page, the files and the REST calls of the account list. The rules are in {@code org.agentinbox.companyaccount}.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link CompanyAccountsPage}, {@link CompanyAccountForm}, {@link CompanyAccountsResource}.
 */
package org.agentinbox.web.companyaccount;
