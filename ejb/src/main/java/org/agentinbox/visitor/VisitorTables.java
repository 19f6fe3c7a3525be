package org.agentinbox.visitor;

import static org.agentinbox.platform.OwnedTable.ofVisitor;
import static org.agentinbox.platform.OwnedTable.removedByRetention;

import java.util.List;

import org.agentinbox.platform.OwnedTable;
import org.agentinbox.platform.TableOwner;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class VisitorTables implements TableOwner {

    @Override
    public List<OwnedTable> tables() {
        return List.of(
            removedByRetention("visitor"),
            removedByRetention("visitor_record"),
            ofVisitor("visitor_apart").internal(),
            ofVisitor("signed_use").internal());
    }
}
