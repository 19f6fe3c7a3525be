package org.agentinbox.conversation;

import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.conversation.append.Draft;
import org.agentinbox.platform.RefusedException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Finds out why a message was refused. It has its own transaction, because it is also called in threads in which no service was called. */
@ApplicationScoped
class Refusals {

    @Inject
    private Conversations conversations;

    /** Returns the refusal instead of throwing it: as {@link Conversation#refusal}, and NOT_FOUND where there is no such conversation. */
    @Transactional
    RefusedException of(Draft draft, boolean seesAll) {
        return conversations.find(draft.conversationId()).map(c -> c.refusal(draft.author(), draft.authorId(), sees(c, draft, seesAll)))
            .orElseGet(Conversation::unknown);
    }

    private boolean sees(Conversation conversation, Draft draft, boolean seesAll) {
        return draft.author() == AuthorKind.AGENT && conversations.isVisible(conversation, draft.authorId(), seesAll);
    }
}
