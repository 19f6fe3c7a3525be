package org.agentinbox.report;

import static org.agentinbox.platform.OwnedTable.aboutNoVisitor;

import java.util.List;

import org.agentinbox.platform.OwnedTable;
import org.agentinbox.platform.TableOwner;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ReportTables implements TableOwner {

    @Override
    public List<OwnedTable> tables() {
        return List.of(aboutNoVisitor("daily_figure"), aboutNoVisitor("hourly_figure"));
    }
}
