package org.agentinbox.routing.rule;

import static org.agentinbox.platform.OwnedTable.aboutNoVisitor;

import java.util.List;

import org.agentinbox.platform.OwnedTable;
import org.agentinbox.platform.TableOwner;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class RuleTables implements TableOwner {

    @Override
    public List<OwnedTable> tables() {
        return List.of(aboutNoVisitor("routing_rule"), aboutNoVisitor("routing_rule_agent"));
    }
}
