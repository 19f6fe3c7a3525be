package org.agentinbox.summary;

import static org.agentinbox.platform.OwnedTable.aboutNoVisitor;
import static org.agentinbox.platform.OwnedTable.ofConversation;

import java.util.List;

import org.agentinbox.platform.OwnedTable;
import org.agentinbox.platform.TableOwner;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SummaryTables implements TableOwner {

    @Override
    public List<OwnedTable> tables() {
        return List.of(
            ofConversation("conversation_summary"),
            aboutNoVisitor("listed_topic"));
    }
}
