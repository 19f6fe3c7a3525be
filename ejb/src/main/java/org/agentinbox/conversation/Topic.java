package org.agentinbox.conversation;

import java.util.List;

/**
 * Something that the visitor showed interest in.
 *
 * @param name as it is shown; compared without regard to letter case
 * @param seqs the messages that show it, ascending
 */
public record Topic(String name, List<Integer> seqs) {

    public Topic {
        seqs = List.copyOf(seqs);
    }
}
