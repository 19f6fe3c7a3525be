package org.agentinbox.conversation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import org.agentinbox.account.Directory;
import org.agentinbox.conversation.append.AppendResult;
import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.conversation.append.Draft;
import org.agentinbox.conversation.append.MessageLog;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Settings;
import org.agentinbox.platform.TextRules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/**
 * Stores a message that a visitor or an agent typed, tells others of it, and gives its sender the receipt. Call it outside a transaction: a
 * message that has a receipt is on disk.
 */
@ApplicationScoped
class MessageSender {

    @Inject
    private Settings settings;
    @Inject
    private Directory directory;
    @Inject
    private MessageLog log;
    @Inject
    private LateMessagePublisher lateMessages;
    @Inject
    private Refusals refusals;
    @Inject
    private Event<MessageStored> stored;

    /**
     * @param text as it came
     * @return the text as it will be stored
     * @throws RefusedException {@link org.agentinbox.platform.Refusal#EMPTY_TEXT}, {@link org.agentinbox.platform.Refusal#TEXT_TOO_LONG},
     *     {@link org.agentinbox.platform.Refusal#INVALID_CHARACTERS}
     */
    String checked(String text) {
        return TextRules.message(text, settings.messageMaxLength());
    }

    /**
     * Stores a message and waits until that is done.
     *
     * @param draft with a checked text
     * @param seesAll whether the author sees everybody's conversations; the refusal's reason depends on it
     * @return the receipt; for a client id that was used before, the first one's
     * @throws RefusedException as {@link Conversation#refusal}
     * @throws org.agentinbox.platform.UnavailableException where the database does not answer
     */
    Receipt send(Draft draft, boolean seesAll) {
        return told(draft, log.append(draft).orElseThrow(() -> refusals.of(draft, seesAll)));
    }

    /**
     * Stores a message without making its sender's thread wait for others.
     *
     * @param draft with a checked text
     * @param teller runs the code that tells others of the message
     * @return as {@link #send}; for one conversation the futures complete in the order in which the messages came
     */
    CompletableFuture<Receipt> sendSoon(Draft draft, Executor teller) {
        return log.appendSoon(draft).thenApplyAsync(result -> told(draft, result.orElseThrow(() -> refusals.of(draft, false))), teller);
    }

    private Receipt told(Draft draft, AppendResult result) {
        if (result.isNew()) {
            stored.fire(new MessageStored(view(draft, result), result.visitorId(), result.agentId()));
        } else if (result.isUnannounced()) {
            lateMessages.tell(draft.conversationId(), result.seq());
        }
        return new Receipt(draft.clientId(), draft.conversationId(), result.seq(), result.at());
    }

    /** Has an agent's name but no visitor's, because those who are told of the message know the visitor. */
    private MessageView view(Draft draft, AppendResult result) {
        String name = draft.author() == AuthorKind.AGENT ? directory.person(draft.authorId()).name() : null;
        return new MessageView(draft.conversationId(), result.seq(), draft.clientId(), MessageKind.TEXT, draft.author(), draft.authorId(),
            name, draft.text(), result.at());
    }
}
