package org.agentinbox.it.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;

import org.agentinbox.it.support.Installation;

/**
 * Wrong passwords, one after the other. The first wait lasts a second from when the fifth of them was counted, and on a busy machine that
 * password alone takes longer to compare. So the wait is read where it is recorded, and made longer before something is tried during it.
 */
final class Guesses {

    private Guesses() {}

    /**
     * Guesses five times, and leaves the subject waiting for ten minutes.
     *
     * @param subject of the rows of failures
     * @param guess tries one, from 0, and says how it ended: each time as a wrong one
     * @param wrong what it says then
     */
    static void five(Installation installation, String subject, IntFunction<String> guess, String wrong) {
        for (int i = 0; i < 4; i++) {
            assertEquals(wrong, guess.apply(i));
        }
        assertEquals(List.of("4 f"), recorded(installation, subject, Instant.now()));
        Instant before = Instant.now();
        assertEquals(wrong, guess.apply(4));
        assertEquals(List.of("5 t"), recorded(installation, subject, before.plusSeconds(1)));
        installation.query("UPDATE sign_in_failure SET blocked_until = now() + interval '10 minutes' WHERE subject = ?", subject);
    }

    /** How many failures, and whether the subject waits until that moment at least. */
    private static List<String> recorded(Installation installation, String subject, Instant moment) {
        return installation.query("SELECT failures || CASE WHEN blocked_until >= CAST(? AS timestamptz) THEN ' t' ELSE ' f' END "
            + "FROM sign_in_failure WHERE subject = ?", moment.toString(), subject);
    }
}
