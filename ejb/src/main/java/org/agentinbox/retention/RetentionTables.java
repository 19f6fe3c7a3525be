package org.agentinbox.retention;

import static org.agentinbox.platform.OwnedTable.aboutNoVisitor;
import static org.agentinbox.platform.OwnedTable.ofVisitor;

import java.util.List;

import org.agentinbox.platform.OwnedTable;
import org.agentinbox.platform.TableOwner;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class RetentionTables implements TableOwner {

    @Override
    public List<OwnedTable> tables() {
        return List.of(
            ofVisitor("legal_hold"),
            aboutNoVisitor("retention_run"),
            aboutNoVisitor("retention_count"));
    }
}
