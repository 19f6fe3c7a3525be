package org.agentinbox.conversation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.visitor.RecordChanged;
import org.agentinbox.visitor.VisitorChanged;
import org.agentinbox.visitor.VisitorView;
import org.agentinbox.visitor.Visitors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Tells the agent of an active chat when something new is known of its visitor. */
@ApplicationScoped
class VisitorInfoPublisher {

    @Inject
    private Conversations conversations;
    @Inject
    private Visitors visitors;
    @Inject
    private Event<VisitorInfoChanged> changed;

    void visitorChanged(@Observes VisitorChanged change) {
        conversations.activeOfVisitors(Set.of(change.visitor().id()))
            .forEach(c -> changed.fire(new VisitorInfoChanged(c.id(), c.agentId(), change.visitor())));
    }

    /** A record's fields are shown with all visitors who have its email address. */
    void recordChanged(@Observes RecordChanged change) {
        List<Conversation> active = conversations.activeOfVisitors(visitors.of(change.recordId()));
        Map<UUID, VisitorView> views = visitors.views(active.stream().map(Conversation::visitorId).toList());
        active.forEach(c -> changed.fire(new VisitorInfoChanged(c.id(), c.agentId(), views.get(c.visitorId()))));
    }
}
