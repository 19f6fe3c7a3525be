package org.agentinbox.web.companyaccount;

import java.io.Serializable;

import org.agentinbox.companyaccount.CompanyAccountView;
import org.agentinbox.companyaccount.OwnerState;

/** A row of the table of accounts. */
public class CompanyAccountRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final CompanyAccountView account;

    CompanyAccountRow(CompanyAccountView account) {
        this.account = account;
    }

    CompanyAccountView account() {
        return account;
    }

    /** @return the domain as it is stored */
    public String getId() {
        return account.domain();
    }

    /** @return the domain as people write it */
    public String getDomain() {
        return account.shown();
    }

    public String getCompany() {
        return account.company();
    }

    /** @return the owner's name */
    public String getOwner() {
        return account.owner().name();
    }

    /** @return the state of the owner */
    public OwnerState getState() {
        return account.owner().state();
    }

    /** @return whether chats cannot go to the owner */
    public boolean isWithoutChats() {
        return account.owner().state() != OwnerState.TAKES_CHATS;
    }
}
