package org.agentinbox.account;

import static org.agentinbox.platform.OwnedTable.aboutNoVisitor;

import java.util.List;

import org.agentinbox.platform.OwnedTable;
import org.agentinbox.platform.TableOwner;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class AccountTables implements TableOwner {

    @Override
    public List<OwnedTable> tables() {
        return List.of(
            aboutNoVisitor("account"),
            aboutNoVisitor("account_role"),
            aboutNoVisitor("account_photo"),
            aboutNoVisitor("sign_in"),
            aboutNoVisitor("sign_in_failure"),
            aboutNoVisitor("known_device"));
    }
}
