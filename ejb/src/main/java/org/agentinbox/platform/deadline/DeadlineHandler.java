package org.agentinbox.platform.deadline;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Does what was put off. Called in a transaction that also removes the deadline, so it happens once; it must look at the
 * state of things itself, since nobody withdraws a deadline that has become pointless.
 */
public interface DeadlineHandler {

    /**
     * @param subject what the deadline is about
     * @param now the present instant
     * @return when to be called for the same subject again, or empty where it is done
     */
    Optional<Instant> due(UUID subject, Instant now);
}
