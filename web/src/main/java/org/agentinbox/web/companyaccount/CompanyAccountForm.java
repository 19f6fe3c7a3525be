package org.agentinbox.web.companyaccount;

import java.io.Serializable;
import java.util.UUID;

import org.agentinbox.companyaccount.CompanyAccountView;
import org.agentinbox.platform.Ids;

/** The contents of the dialog for an account. The domain of one that is stored stays as it is. */
public class CompanyAccountForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final CompanyAccountView account;
    private String domain;
    private String owner;
    private String company;

    CompanyAccountForm() {
        account = null;
    }

    CompanyAccountForm(CompanyAccountView account) {
        this.account = account;
        domain = account.shown();
        owner = account.owner().id().toString();
        company = account.company();
    }

    CompanyAccountView account() {
        return account;
    }

    /** Null where nobody was chosen. */
    UUID ownerId() {
        return Ids.parse(owner).orElse(null);
    }

    /** @return whether the account is not stored yet */
    public boolean isNew() {
        return account == null;
    }

    public String getDomain() {
        return domain;
    }

    public void setDomain(String domain) {
        this.domain = domain;
    }

    /** @return the id of the owner, or null */
    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    public String getCompany() {
        return company;
    }

    public void setCompany(String company) {
        this.company = company;
    }
}
