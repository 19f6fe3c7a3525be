package org.agentinbox.account;

import java.time.Duration;
import java.util.List;

/**
 * What came of counting an attempt as failed.
 *
 * @param failures as which it was counted; none where it has to wait
 * @param remaining how long until the next attempt is looked at; zero where this one is
 */
record FailureCount(List<CountedFailure> failures, Duration remaining) {

    boolean mustWait() {
        return !remaining.isZero();
    }
}
