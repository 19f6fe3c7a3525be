package org.agentinbox.it.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.Test;

/** Tests that the demo accounts, whose password is public, are closed where a demo's database is used without demo mode. */
class DemoAccountsIT {

    private static final String FIRST = "from the settings";

    private static String problem(Installation installation, String userName) {
        HttpResponse<String> answer = People.post(installation, "sign-in", null, "userName", userName, "password", "demo");
        return answer.headers().firstValue("Location").orElse("").replaceFirst(".*problem=", "");
    }

    @Test
    void theyAreClosedAtTheStart() throws IOException {
        try (Installation installation = Installation.start("was-demo", Map.of("agentinbox.demo", "true"))) {
            // Accounts whose password was changed stay open.
            installation
                .query("UPDATE account SET password_hash = regexp_replace(password_hash, ':[^:]+$', ':' || encode(sha256('x'), 'base64')) "
                    + "WHERE user_name = 'mia'");
            String sams = People.signIn(installation, "sam", "demo");
            installation.server().close();
            installation.server().with("agentinbox.demo", "false").with("agentinbox.admin.user", "root").with("agentinbox.admin.password",
                FIRST);
            installation.startServer();
            for (String name : List.of("ana", "ben", "chae", "cal", "sam")) {
                assertEquals("wrong", problem(installation, name));
                installation.query("DELETE FROM sign_in_failure");
            }
            assertEquals(401, People.get(installation, "api/v1/me", sams).statusCode(), "signed out");
            assertEquals(List.of("mia"), installation.query("SELECT user_name FROM account WHERE active"));
            assertTrue(Files.readString(installation.server().log())
                .contains("so the demo's accounts with the known password were closed: [ana, ben, cal, chae, sam]"));
            installation.query("UPDATE account SET active = false WHERE user_name = 'mia'");
            anAdministratorOfTheSettingsTakesOver(installation);
        }
    }

    private static void anAdministratorOfTheSettingsTakesOver(Installation installation) {
        installation.server().close();
        installation.startServer();
        assertTrue(People.signIn(installation, "root", FIRST).length() > 40, "nobody else can sign in");
        installation.query("UPDATE account SET must_change_password = false WHERE user_name = 'root'");
        String root = People.newCookie(installation, "root");
        assertTrue(People.get(installation, "admin/agents", root).body().contains("closed when it started: ana, ben, cal, chae, sam."));
        // Activating the account again does not bring the public password back.
        installation.query("UPDATE account SET active = true WHERE user_name = 'sam'");
        assertEquals("wrong", problem(installation, "sam"));
    }
}
