package org.agentinbox.account;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Wrong passwords for one user name, or from one address. */
@Entity
class SignInFailure {

    /** For a user name. */
    static final int FREE = 5;
    /** For an address: behind one there may be a whole office, and some of them mistype every morning. */
    static final int FREE_AT_ADDRESS = 30;
    private static final Duration LONGEST_BLOCK = Duration.ofMinutes(15);
    /** Somebody who mistyped last week starts afresh. */
    private static final Duration FORGIVEN_AFTER = Duration.ofHours(1);

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
        if (failures < free) {
            blockedUntil = now;
        } else {
            Duration block = Duration.ofSeconds(1L << Math.min(failures - free, 12));
            blockedUntil = now.plus(block.compareTo(LONGEST_BLOCK) > 0 ? LONGEST_BLOCK : block);
        }
    }

    Duration remaining(Instant now) {
        return now.isBefore(blockedUntil) ? Duration.between(now, blockedUntil) : Duration.ZERO;
    }

    int failures() {
        return failures;
    }
}
