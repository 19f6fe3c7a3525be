package org.agentinbox.conversation.wrapup;

import static org.agentinbox.platform.OwnedTable.aboutNoVisitor;
import static org.agentinbox.platform.OwnedTable.ofConversation;
import static org.agentinbox.platform.OwnedTable.partOf;

import java.util.List;

import org.agentinbox.platform.OwnedTable;
import org.agentinbox.platform.TableOwner;

import jakarta.enterprise.context.ApplicationScoped;

/** An export tells the outcome and the tags of a chat by their names, not by the rows here. */
@ApplicationScoped
class WrapUpTables implements TableOwner {

    @Override
    public List<OwnedTable> tables() {
        return List.of(aboutNoVisitor("wrap_up_choice"), ofConversation("wrap_up").internal(), partOf("wrap_up_tag", "wrap_up"));
    }
}
