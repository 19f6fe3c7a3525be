package org.agentinbox.summary;

import java.util.List;

/**
 * Something that the visitor showed interest in.
 *
 * @param seqs the messages that show it, ascending
 */
public record Topic(String name, List<Integer> seqs) {

    public Topic {
        seqs = List.copyOf(seqs);
    }
}
