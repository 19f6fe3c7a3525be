package org.agentinbox.companyaccount;

import java.time.Instant;
import java.util.UUID;

import org.agentinbox.platform.TextRules;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A company by its domain, and the agent who owns it as an account. */
@Entity
class CompanyAccount {

    static final int LONGEST_COMPANY = 200;

    @Id
    private String domain;
    private String shown;
    private UUID ownerId;
    private String company;
    private Instant changedAt;

    protected CompanyAccount() {}

    CompanyAccount(CompanyDomain domain, UUID ownerId, String company, Instant now) {
        this.domain = domain.name();
        this.shown = domain.display();
        give(ownerId, company, now);
    }

    final void give(UUID newOwnerId, String newCompany, Instant now) {
        ownerId = newOwnerId;
        company = company(newCompany);
        changedAt = now;
    }

    /** Returns a company's name as it is kept; null where there is none. */
    static String company(String typed) {
        return TextRules.line("company", typed, LONGEST_COMPANY);
    }
}
