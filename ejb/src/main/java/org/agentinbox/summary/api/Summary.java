package org.agentinbox.summary.api;

import java.util.List;

import org.agentinbox.conversation.Topic;

/**
 * The summary of a conversation.
 *
 * @param text a few sentences for a quick look; empty while nothing worth summarising was said
 * @param statements the sentences of the text and more, each with its messages; within a kind in the order of the conversation
 * @param topics best first
 * @param facts in the order in which they were said, each once
 * @param model the model that wrote it; null where the built-in method did
 */
public record Summary(String text, List<Statement> statements, List<Topic> topics, List<Fact> facts, String model) {

    /** The summary of a conversation without messages. */
    public static final Summary EMPTY = new Summary("", List.of(), List.of(), List.of());

    public Summary {
        statements = List.copyOf(statements);
        topics = List.copyOf(topics);
        facts = List.copyOf(facts);
    }

    /** A summary by the built-in method. */
    public Summary(String text, List<Statement> statements, List<Topic> topics, List<Fact> facts) {
        this(text, statements, topics, facts, null);
    }
}
