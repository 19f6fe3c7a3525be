package org.agentinbox.conversation.append;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What this node last stored in each of its conversations. Where nobody else wrote in between, what follows is known without a look;
 * where somebody did, nothing is guessed until they are quiet. Only ever a guess, to be proved by the statement that is made of it.
 */
final class SequencePredictor {

    private final int most;
    private final Map<UUID, Last> last = new LinkedHashMap<>();

    /**
     * A message that was stored.
     *
     * @param agentId null while nobody has accepted
     * @param alone whether the one before it was stored here too
     */
    record Last(int seq, UUID visitorId, UUID agentId, boolean alone) {

        private boolean isCertain() {
            return alone && agentId != null;
        }
    }

    /** @param most how many conversations are kept in mind; the ones that were silent longest go first */
    SequencePredictor(int most) {
        this.most = most;
    }

    /** @return after which message the next one likely comes; empty where that must be looked up */
    synchronized Optional<Last> of(UUID conversationId) {
        return Optional.ofNullable(last.get(conversationId)).filter(Last::isCertain);
    }

    /** Keeps what came of an append: anything but a new message says nothing of what follows. */
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
