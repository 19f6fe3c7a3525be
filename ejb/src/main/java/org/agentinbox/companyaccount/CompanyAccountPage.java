package org.agentinbox.companyaccount;

import java.util.List;

/**
 * A part of the list, in the order of domains.
 *
 * @param accounts at most {@link CompanyAccountService#PAGE}
 * @param next the domain after which the next part begins, or null at the end
 */
public record CompanyAccountPage(List<CompanyAccountView> accounts, String next) {}
