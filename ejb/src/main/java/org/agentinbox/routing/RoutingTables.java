package org.agentinbox.routing;

import static org.agentinbox.platform.OwnedTable.aboutNoVisitor;
import static org.agentinbox.platform.OwnedTable.ofConversation;

import java.util.List;

import org.agentinbox.platform.OwnedTable;
import org.agentinbox.platform.TableOwner;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class RoutingTables implements TableOwner {

    @Override
    public List<OwnedTable> tables() {
        return List.of(
            ofConversation("offer").internal(),
            ofConversation("routing_decision").internal(),
            ofConversation("chat_request"),
            ofConversation("lost_agent").internal(),
            aboutNoVisitor("rotation"));
    }
}
