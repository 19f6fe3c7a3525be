package org.agentinbox.conversation;

import java.time.Instant;
import java.util.UUID;

import org.agentinbox.account.Person;
import org.agentinbox.visitor.VisitorView;
import org.agentinbox.conversation.wrapup.WrapUpView;

/**
 * A conversation as agents see it.
 *
 * @param lastSeq the number of its last message; 0 where there is none
 * @param unread how many messages of the visitor the agent has not read
 * @param visitorReadSeq the last message that the visitor has read
 * @param agentReadSeq the last message that the agent has read
 * @param preview the last text that either side wrote, or null
 * @param endedAt null while it is open
 * @param reason null while it is open, and where nobody accepted in time
 * @param endedBy who ended it by hand among agents, leads and sales admins; null where nobody did
 * @param agent null where nobody accepted
 * @param wrapUp its outcome and tags; null where nobody has set any
 */
public record ConversationView(
    UUID id,
    VisitorView visitor,
    ConversationState state,
    int lastSeq,
    int unread,
    int visitorReadSeq,
    int agentReadSeq,
    MessageView preview,
    Instant requestedAt,
    Instant lastActivityAt,
    Instant endedAt,
    EndReason reason,
    UUID endedBy,
    Person agent,
    WrapUpView wrapUp) {

    /**
     * When lists show and order it: by its end, since past conversations are paged by that, and while it is open by its newest activity. A
     * message that is stored after the end, such as one about a meeting, does not move it.
     */
    public Instant listedAt() {
        return endedAt == null ? lastActivityAt : endedAt;
    }
}
