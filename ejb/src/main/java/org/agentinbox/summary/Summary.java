package org.agentinbox.summary;

import java.util.List;

/**
 * What a conversation came to so far.
 *
 * @param text a few sentences for somebody who has no time for more; empty while nothing worth it was said
 * @param statements the same and more, each with its messages, in the order of the conversation within a kind
 * @param topics best first
 * @param facts in the order they were said, each once
 */
public record Summary(String text, List<Statement> statements, List<Topic> topics, List<Fact> facts) {

    /** What there is to say of a conversation in which nothing was said. */
    public static final Summary EMPTY = new Summary("", List.of(), List.of(), List.of());

    public Summary {
        statements = List.copyOf(statements);
        topics = List.copyOf(topics);
        facts = List.copyOf(facts);
    }
}
