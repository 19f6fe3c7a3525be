package org.agentinbox.companyaccount;

import java.io.Serializable;

/**
 * An account of the list.
 *
 * @param domain of the company, as {@link CompanyDomain#name}
 * @param shown the same as people write it
 * @param company its name, or null
 * @param owner whose account it is; where chats cannot go to them, it stays theirs, and routing passes it over
 */
public record CompanyAccountView(String domain, String shown, String company, Owner owner) implements Serializable {}
