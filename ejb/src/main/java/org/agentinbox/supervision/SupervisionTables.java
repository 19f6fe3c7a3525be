package org.agentinbox.supervision;

import static org.agentinbox.platform.OwnedTable.ofConversation;

import java.util.List;

import org.agentinbox.platform.OwnedTable;
import org.agentinbox.platform.TableOwner;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SupervisionTables implements TableOwner {

    @Override
    public List<OwnedTable> tables() {
        return List.of(ofConversation("chat_watch").internal(), ofConversation("supervisor_act").internal());
    }
}
