package org.agentinbox.conversation;

import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.util.UUID;

import org.agentinbox.account.Caller;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Settings;
import org.agentinbox.platform.TextRules;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Private notes. Whoever may see a conversation may read its notes and add to them, also after its end. Visitors never may. */
@Stateless
@RolesAllowed({LIVE_AGENT_NAME, SALES_ADMIN_NAME})
public class AgentNotes {

    @Resource
    private SessionContext context;
    @Inject
    private Settings settings;
    @Inject
    private Conversations conversations;
    @Inject
    private Notes notes;

    /**
     * Stores a note of the caller.
     *
     * @param conversationId one that the caller may see
     * @param clientId names the note: the same one again gets the first one, whatever its text
     * @param text at most {@code agentinbox.message.max-length} characters
     * @return the note as stored
     * @throws RefusedException as for a message: {@link org.agentinbox.platform.Refusal#EMPTY_TEXT},
     *     {@link org.agentinbox.platform.Refusal#TEXT_TOO_LONG}, {@link org.agentinbox.platform.Refusal#INVALID_CHARACTERS},
     *     {@link org.agentinbox.platform.Refusal#NOT_FOUND}
     */
    public NoteView add(UUID conversationId, UUID clientId, String text) {
        String checked = TextRules.message(text, settings.messageMaxLength());
        UUID me = Caller.account(context);
        Conversation conversation = conversations.lock(conversationId);
        conversations.checkVisible(conversation, me, seesAll());
        return notes.add(conversation, clientId, me, checked);
    }

    /**
     * What the caller lacks of a conversation's notes.
     *
     * @param conversationId one that the caller may see
     * @param afterNote the number of the last one they have; 0 for none
     * @return the next notes in order
     * @throws RefusedException {@link org.agentinbox.platform.Refusal#NOT_FOUND}
     */
    public NotePage sync(UUID conversationId, int afterNote) {
        conversations.visible(conversationId, Caller.account(context), seesAll());
        return notes.after(conversationId, afterNote);
    }

    private boolean seesAll() {
        return context.isCallerInRole(SALES_ADMIN_NAME);
    }
}
