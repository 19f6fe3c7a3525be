package org.agentinbox.conversation;

import org.agentinbox.conversation.append.Draft;
import org.agentinbox.platform.RefusedException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Why a message was not taken; also asked in threads that no service was called in. */
@ApplicationScoped
class Refusals {

    @Inject
    private Conversations conversations;

    /** Given, not thrown: as {@link Conversation#refusal}, and NOT_FOUND where there is no such conversation. */
    @Transactional
    RefusedException of(Draft draft, boolean seesAll) {
        return conversations.find(draft.conversationId()).map(c -> c.refusal(draft.author(), draft.authorId(), seesAll))
            .orElseGet(Conversation::unknown);
    }
}
