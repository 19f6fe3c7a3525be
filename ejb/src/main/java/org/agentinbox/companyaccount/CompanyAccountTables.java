package org.agentinbox.companyaccount;

import static org.agentinbox.platform.OwnedTable.aboutNoVisitor;

import java.util.List;

import org.agentinbox.platform.OwnedTable;
import org.agentinbox.platform.TableOwner;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class CompanyAccountTables implements TableOwner {

    @Override
    public List<OwnedTable> tables() {
        return List.of(
            aboutNoVisitor("company_account"),
            aboutNoVisitor("company_account_staged"),
            aboutNoVisitor("company_account_import"));
    }
}
