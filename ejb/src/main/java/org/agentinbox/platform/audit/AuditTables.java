package org.agentinbox.platform.audit;

import static org.agentinbox.platform.OwnedTable.aboutNoVisitor;

import java.util.List;

import org.agentinbox.platform.OwnedTable;
import org.agentinbox.platform.TableOwner;

import jakarta.enterprise.context.ApplicationScoped;

/** The trail names visitors by their ids alone, so that an erasure leaves it as it is. */
@ApplicationScoped
class AuditTables implements TableOwner {

    @Override
    public List<OwnedTable> tables() {
        return List.of(aboutNoVisitor("audit_entry"));
    }
}
