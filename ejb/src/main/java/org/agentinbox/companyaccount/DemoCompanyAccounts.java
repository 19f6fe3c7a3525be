package org.agentinbox.companyaccount;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Stores the account list of the demo data. Works in its caller's transaction. */
@ApplicationScoped
public class DemoCompanyAccounts {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Owners owners;

    /** @param file in the format of {@link CompanyAccountService#importFile} */
    public void add(byte[] file) {
        AccountFile.read(file, new OwnerNames(owners.everybody()), lines -> {}).soundRows()
            .forEach(row -> em.persist(new CompanyAccount(row.domain(), row.owner().id(), row.company(), clock.instant())));
    }
}
