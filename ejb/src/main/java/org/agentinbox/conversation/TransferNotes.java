package org.agentinbox.conversation;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The private note that an agent adds to a transfer. Works in its caller's transaction. */
@ApplicationScoped
public class TransferNotes {

    @Inject
    private Conversations conversations;
    @Inject
    private Notes notes;

    /**
     * Keeps a private note with a conversation.
     *
     * @param conversationId locked
     * @param clientId names the note
     * @param agentId who wrote it
     * @param text checked already
     */
    public void add(UUID conversationId, UUID clientId, UUID agentId, String text) {
        notes.add(conversations.get(conversationId), clientId, agentId, text);
    }

    /**
     * @param conversationId of which conversation
     * @param clientId what its author named it
     * @return the text; empty where there is no such note
     */
    public Optional<String> text(UUID conversationId, UUID clientId) {
        return notes.find(conversationId, clientId).map(Note::text);
    }
}
