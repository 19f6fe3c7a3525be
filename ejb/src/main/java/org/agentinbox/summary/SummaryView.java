package org.agentinbox.summary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.agentinbox.conversation.Topic;
import org.agentinbox.summary.api.Statement;
import org.agentinbox.summary.api.Summary;

/**
 * The summary of a conversation as agents see it.
 *
 * @param text empty while nothing worth summarising was said
 * @param at when it was made
 * @param isFinal whether the conversation is over, so that the summary no longer changes with messages
 * @param model the model that wrote it; null where the built-in method did
 */
public record SummaryView(UUID conversationId, String text, List<Statement> statements, List<Topic> topics, Instant at, boolean isFinal,
    String model) {

    static SummaryView of(UUID conversationId, Summary summary, Instant at, boolean isFinal) {
        return new SummaryView(conversationId, summary.text(), summary.statements(), summary.topics(), at, isFinal, summary.model());
    }
}
