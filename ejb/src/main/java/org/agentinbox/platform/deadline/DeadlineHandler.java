package org.agentinbox.platform.deadline;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Acts on a deadline. It is called in a transaction that also removes the deadline, so what it does is done once. A deadline is not
 * withdrawn when its reason is gone, so the handler must check the state itself.
 */
public interface DeadlineHandler {

    /**
     * @param subject what the deadline is about
     * @param now the present instant
     * @return when to be called for the same subject again, or empty where it is done
     */
    Optional<Instant> due(UUID subject, Instant now);
}
