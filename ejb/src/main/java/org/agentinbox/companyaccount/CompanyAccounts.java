package org.agentinbox.companyaccount;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Whose account a company is, for routing. Works in its caller's transaction. */
@ApplicationScoped
public class CompanyAccounts {

    /** Looks some names up by the primary key, however long the list is: the domain's own and those above it. */
    private static final String BY_DOMAIN = """
        SELECT c.domain, c.company, c.owner_id, COALESCE(g.takes_chats, false) FROM company_account c
        LEFT JOIN agent g ON g.account_id = c.owner_id
        WHERE c.domain = ANY (string_to_array(:domains, ' ')) ORDER BY length(c.domain) DESC LIMIT 1""";

    @PersistenceContext
    private EntityManager em;

    /**
     * @param domain of a visitor's company
     * @return the account whose domain it is or is below; of several, that with the longest domain
     */
    @SuppressWarnings("unchecked")
    public Optional<AccountOwner> ownerOf(CompanyDomain domain) {
        List<Object[]> rows = em.createNativeQuery(BY_DOMAIN).setParameter("domains", String.join(" ", domain.upwards())).getResultList();
        return rows.stream().findFirst().map(row -> new AccountOwner((String) row[0], (String) row[1], (UUID) row[2], (Boolean) row[3]));
    }

    /**
     * @param email of a visitor, or null
     * @param company what is known as the visitor's company, or null
     * @return the account of the address's domain; where it has none, that of the company, where that is written as a domain
     */
    public Optional<AccountOwner> ownerOf(String email, String company) {
        return CompanyDomain.ofEmail(email).flatMap(this::ownerOf).or(() -> CompanyDomain.ofCompany(company).flatMap(this::ownerOf));
    }
}
