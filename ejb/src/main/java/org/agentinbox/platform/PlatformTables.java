package org.agentinbox.platform;

import static org.agentinbox.platform.OwnedTable.ofVisitor;
import static org.agentinbox.platform.OwnedTable.removedByRetention;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class PlatformTables implements TableOwner {

    @Override
    public List<OwnedTable> tables() {
        return List.of(
            removedByRetention("deadline").internal(),
            ofVisitor("outbox").internal());
    }
}
