package org.agentinbox.conversation;

import static org.agentinbox.platform.OwnedTable.ofConversation;
import static org.agentinbox.platform.OwnedTable.removedByRetention;

import java.util.List;

import org.agentinbox.platform.OwnedTable;
import org.agentinbox.platform.TableOwner;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ConversationTables implements TableOwner {

    @Override
    public List<OwnedTable> tables() {
        return List.of(
            removedByRetention("conversation"),
            removedByRetention("message"),
            ofConversation("note").internal(),
            ofConversation("note_mention").internal(),
            ofConversation("conversation_agent").internal(),
            ofConversation("conversation_topic"),
            ofConversation("conversation_search").internal());
    }
}
