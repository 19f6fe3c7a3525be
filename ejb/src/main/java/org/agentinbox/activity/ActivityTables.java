package org.agentinbox.activity;

import static org.agentinbox.platform.OwnedTable.aging;

import java.util.List;

import org.agentinbox.platform.OwnedTable;
import org.agentinbox.platform.TableOwner;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ActivityTables implements TableOwner {

    @Override
    public List<OwnedTable> tables() {
        return List.of(aging("activity", "at"));
    }
}
