package org.agentinbox.dayoff;

import static org.agentinbox.platform.OwnedTable.aboutNoVisitor;

import java.util.List;

import org.agentinbox.platform.OwnedTable;
import org.agentinbox.platform.TableOwner;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class DayOffTables implements TableOwner {

    @Override
    public List<OwnedTable> tables() {
        return List.of(aboutNoVisitor("day_off"));
    }
}
