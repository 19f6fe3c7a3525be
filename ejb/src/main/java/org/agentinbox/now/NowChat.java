package org.agentinbox.now;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * A chat under way.
 *
 * @param id of the conversation
 * @param visitor the name that agents see, or null
 * @param agent who has it
 * @param agentName that agent's display name
 * @param entry the entry's name, or null where there is no such entry any more
 * @param since when an agent accepted it
 * @param unanswered when the visitor wrote the first message after the last of an agent; null where the visitor waits for no answer
 */
public record NowChat(UUID id, String visitor, UUID agent, String agentName, String entry, Instant since, Instant unanswered) {

    /** Who waits longest for an answer first; those who wait for none last, the longest chat first. */
    public static final Comparator<NowChat> LONGEST_WAIT = Comparator
        .comparing(NowChat::unanswered, Comparator.nullsLast(Comparator.<Instant>naturalOrder())).thenComparing(NowChat::since)
        .thenComparing(NowChat::id);
}
