package org.agentinbox.account;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Wrong passwords for one account, from one network, or of another {@link FailureSubject}. */
@Entity
class SignInFailure {

    private static final Duration LONGEST_BLOCK = Duration.ofMinutes(15);
    /** Somebody who mistyped last week starts afresh. */
    static final Duration FORGIVEN_AFTER = Duration.ofHours(1);

    @Id
    private String subject;
    private int failures;
    private Instant blockedUntil;

    protected SignInFailure() {}

    SignInFailure(String subject, Instant now) {
        this.subject = subject;
        this.blockedUntil = now;
    }

    /** So many are free, then 1 s, 2 s, 4 s … 15 min. */
    void count(Instant now, int free) {
        if (blockedUntil.plus(FORGIVEN_AFTER).isBefore(now)) {
            failures = 0;
        }
        failures++;
        blockedUntil = failures < free ? now : now.plus(block(failures, free));
    }

    /**
     * One of the failures was none. What it made others wait for ends with it; what a later failure made them wait for stays.
     *
     * @param number as {@link #failures} was when it had been counted
     * @return whether no failure is left
     */
    boolean takeBack(int number, Instant now) {
        if (failures == number) {
            blockedUntil = now;
        }
        failures = Math.max(0, failures - 1);
        return failures == 0;
    }

    private static Duration block(int failures, int free) {
        Duration block = Duration.ofSeconds(1L << Math.min(failures - free, 12));
        return block.compareTo(LONGEST_BLOCK) > 0 ? LONGEST_BLOCK : block;
    }

    Duration remaining(Instant now) {
        return now.isBefore(blockedUntil) ? Duration.between(now, blockedUntil) : Duration.ZERO;
    }

    int failures() {
        return failures;
    }
}
