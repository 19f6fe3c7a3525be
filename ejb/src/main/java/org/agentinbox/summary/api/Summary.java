package org.agentinbox.summary.api;

import java.util.List;

import org.agentinbox.conversation.Topic;

/**
 * What a conversation came to so far.
 *
 * @param text a few sentences for somebody who has no time for more; empty while nothing worth it was said
 * @param statements the same and more, each with its messages, in the order of the conversation within a kind
 * @param topics best first
 * @param facts in the order they were said, each once
 * @param model the model that wrote it; null where the built-in method did
 */
public record Summary(String text, List<Statement> statements, List<Topic> topics, List<Fact> facts, String model) {

    /** What there is to say of a conversation in which nothing was said. */
    public static final Summary EMPTY = new Summary("", List.of(), List.of(), List.of());

    public Summary {
        statements = List.copyOf(statements);
        topics = List.copyOf(topics);
        facts = List.copyOf(facts);
    }

    /** One by the built-in method. */
    public Summary(String text, List<Statement> statements, List<Topic> topics, List<Fact> facts) {
        this(text, statements, topics, facts, null);
    }
}
