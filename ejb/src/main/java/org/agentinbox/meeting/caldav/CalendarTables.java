package org.agentinbox.meeting.caldav;

import static org.agentinbox.platform.OwnedTable.aboutNoVisitor;
import static org.agentinbox.platform.OwnedTable.partOf;

import java.util.List;

import org.agentinbox.platform.OwnedTable;
import org.agentinbox.platform.TableOwner;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class CalendarTables implements TableOwner {

    @Override
    public List<OwnedTable> tables() {
        return List.of(
            aboutNoVisitor("calendar_connection"),
            aboutNoVisitor("calendar_found"),
            aboutNoVisitor("calendar_busy"),
            partOf("calendar_event", "meeting"));
    }
}
