package org.agentinbox.notification;

import static org.agentinbox.platform.OwnedTable.aboutNoVisitor;
import static org.agentinbox.platform.OwnedTable.ofConversation;

import java.util.List;

import org.agentinbox.platform.OwnedTable;
import org.agentinbox.platform.TableOwner;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class NotificationTables implements TableOwner {

    @Override
    public List<OwnedTable> tables() {
        return List.of(
            ofConversation("missed_request"),
            aboutNoVisitor("missed_seen"),
            aboutNoVisitor("notification_preference"),
            aboutNoVisitor("push_subscription"),
            aboutNoVisitor("vapid_key"));
    }
}
