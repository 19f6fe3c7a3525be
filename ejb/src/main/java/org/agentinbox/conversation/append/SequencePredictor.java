package org.agentinbox.conversation.append;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Remembers what this node last stored in each conversation, so that the next number is known without a query. Where another node wrote in
 * between, nothing is predicted until this node has stored two messages in a row again. A prediction can be wrong: the statement that uses
 * it proves it.
 */
final class SequencePredictor {

    private final int most;
    private final Map<UUID, Last> last = new LinkedHashMap<>();

    /**
     * A message that was stored.
     *
     * @param agentId null while nobody has accepted
     * @param alone whether the message before it was stored by this node too
     */
    record Last(int seq, UUID visitorId, UUID agentId, boolean alone) {

        private boolean isCertain() {
            return alone && agentId != null;
        }
    }

    /** @param most how many conversations are remembered; those without a message for the longest time are forgotten first */
    SequencePredictor(int most) {
        this.most = most;
    }

    /** @return the message that the next one probably follows; empty where that must be looked up */
    synchronized Optional<Last> of(UUID conversationId) {
        return Optional.ofNullable(last.get(conversationId)).filter(Last::isCertain);
    }

    /** Remembers a new message. After any other outcome the conversation is forgotten, because nothing is known of what follows. */
    synchronized void keep(UUID conversationId, AppendResult result) {
        Last before = last.remove(conversationId);
        if (result.isNew()) {
            int expected = before == null ? 1 : before.seq() + 1;
            last.put(conversationId, new Last(result.seq(), result.visitorId(), result.agentId(), result.seq() == expected));
            if (last.size() > most) {
                last.remove(last.keySet().iterator().next());
            }
        }
    }
}
