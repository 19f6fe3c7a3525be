package org.agentinbox.it.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.Test;

/** Tests that failures count for an hour and are deleted after that. */
class ForgivenFailuresIT {

    private static final Duration A_WHILE = Duration.ofSeconds(60);

    private final Installation installation = Installation.movable();

    private String problem(String userName, String password) {
        return People.post(installation, "sign-in", null, "userName", userName, "password", password).headers().firstValue("Location")
            .orElse("")
            .replaceFirst(".*problem=", "");
    }

    private List<String> kept() {
        return installation.query("SELECT subject FROM sign_in_failure");
    }

    @Test
    void afterAnHourThereIsNothingLeft() {
        assertEquals("wrong", problem("nobody", "guess"));
        assertEquals(2, kept().size());
        installation.clock().move(Duration.ofMinutes(59));
        assertEquals("wrong", problem("somebody", "guess"));
        assertEquals(3, kept().size());
        installation.clock().move(Duration.ofMinutes(2));
        Await.until("the first name is forgotten", A_WHILE, () -> kept().size() == 2);
        installation.clock().move(Duration.ofMinutes(60));
        Await.until("all is forgotten", A_WHILE, () -> kept().isEmpty());
    }

    @Test
    void theWaitEndsByTheClock() {
        assertEquals("wrong", problem("nobody", "guess"));
        installation.query("UPDATE sign_in_failure SET blocked_until = CAST(? AS timestamptz)",
            installation.clock().now().plus(Duration.ofMinutes(2)).toString());
        assertTrue(problem("nobody", "guess").startsWith("wait&seconds="));
        installation.clock().move(Duration.ofMinutes(2));
        assertEquals("wrong", problem("nobody", "guess"));
        installation.clock().move(Duration.ofHours(2));
        Await.until("all is forgotten", A_WHILE, () -> kept().isEmpty());
    }
}
