package org.agentinbox.summary.api;

import java.util.List;

/**
 * One sentence of a summary, with its sources.
 *
 * @param text in the third person, in the language of the chat
 * @param seqs the messages that it comes from, at least one, ascending
 */
public record Statement(StatementKind kind, String text, List<Integer> seqs) {

    public Statement {
        seqs = List.copyOf(seqs);
        if (seqs.isEmpty()) {
            throw new IllegalArgumentException("A statement without a message that bears it");
        }
    }
}
