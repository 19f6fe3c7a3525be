package org.agentinbox.account.passkey;

import static org.agentinbox.platform.OwnedTable.aboutNoVisitor;

import java.util.List;

import org.agentinbox.platform.OwnedTable;
import org.agentinbox.platform.TableOwner;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class PasskeyTables implements TableOwner {

    @Override
    public List<OwnedTable> tables() {
        return List.of(aboutNoVisitor("passkey"), aboutNoVisitor("passkey_challenge_key"), aboutNoVisitor("passkey_challenge_used"));
    }
}
