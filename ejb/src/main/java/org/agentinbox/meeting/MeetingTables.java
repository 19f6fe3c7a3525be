package org.agentinbox.meeting;

import static org.agentinbox.platform.OwnedTable.aboutNoVisitor;
import static org.agentinbox.platform.OwnedTable.aging;
import static org.agentinbox.platform.OwnedTable.ofConversation;
import static org.agentinbox.platform.OwnedTable.partOf;

import java.util.List;

import org.agentinbox.platform.OwnedTable;
import org.agentinbox.platform.TableOwner;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class MeetingTables implements TableOwner {

    @Override
    public List<OwnedTable> tables() {
        return List.of(
            aboutNoVisitor("agent_calendar"),
            aboutNoVisitor("agent_calendar_block"),
            ofConversation("calendar_share"),
            aging("meeting", "ends_at"),
            partOf("meeting_link", "meeting"),
            partOf("meeting_invitation", "meeting"),
            aging("booking_failure", "failed_at"));
    }
}
