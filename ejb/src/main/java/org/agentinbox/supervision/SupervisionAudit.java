package org.agentinbox.supervision;

import java.util.UUID;

import org.agentinbox.account.Person;
import org.agentinbox.conversation.SupervisorActed;
import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Writes what leads and sales admins do with chats of others into the audit trail, in the transaction in which they do it. */
@ApplicationScoped
class SupervisionAudit {

    @Inject
    private Audit audit;

    /** Who has a chat, and the team to which it was assigned. */
    private record Hands(UUID agentId, UUID teamId) {}

    void acted(@Observes SupervisorActed done) {
        AuditRecord record = AuditRecord.of(act(done.act())).about(AuditSubject.CONVERSATION, done.conversationId(), null)
            .by(done.by().id());
        Person to = done.to();
        audit.record(to == null ? record : record.changed(new Hands(done.agentId(), null), new Hands(to.id(), done.teamId())));
    }

    private static AuditAct act(SupervisorActed.Act act) {
        return switch (act) {
            case WATCHED -> AuditAct.CHAT_WATCHED;
            case TAKEN -> AuditAct.TAKE_OVER;
            case ASSIGNED -> AuditAct.REASSIGNED;
            case ENDED -> AuditAct.ENDED_BY_SUPERVISOR;
        };
    }
}
