package org.agentinbox.it.account;

import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests an installation without demo data: the settings create one administrator and no other account, and guessing is slow. */
class FirstAdministratorIT {

    private static final String FIRST = "from the settings";
    private static final String CHOSEN = "chosen by a person";
    private static Installation installation;
    private static String firstHash;
    private static long firstLife;

    @BeforeAll
    static void install() {
        installation = Installation.start("no-demo", Map.of("agentinbox.admin.user", "Root", "agentinbox.admin.password", FIRST));
        firstHash = installation.query("SELECT password_hash FROM account").get(0);
        firstLife = Long
            .parseLong(installation.query("SELECT round(extract(epoch FROM password_ends_at - created_at)) FROM account").get(0));
    }

    @AfterAll
    static void uninstall() {
        installation.close();
    }

    @BeforeEach
    void asAtFirst() {
        installation.query(
            "UPDATE account SET password_hash = ?, must_change_password = true, password_ends_at = NULL, version = version + 1", firstHash);
        forgive();
    }

    private static void forgive() {
        installation.query("DELETE FROM sign_in_failure");
    }

    private static String problem(String userName, String password) {
        return location(People.post(installation, "sign-in", null, "userName", userName, "password", password)).replaceFirst(".*problem=",
            "");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^" + installation.origin(), "");
    }

    private static String change(String cookie, String current, String chosen, String repeat) {
        return location(People.post(installation, "password-change", cookie, "current", current, "password", chosen, "repeat", repeat));
    }

    private static int status(String path, String cookie) {
        return People.get(installation, path, cookie).statusCode();
    }

    private static int socket(String cookie) {
        return SocketClient.status(installation, "ws/agent", installation.origin(), cookie);
    }

    @Test
    void thereIsOneAccountAndNoKnownPassword() {
        assertEquals(List.of("root"), installation.query("SELECT user_name FROM account"));
        for (String demo : List.of("ana", "sam", "root", "admin")) {
            assertEquals("wrong", problem(demo, "demo"));
            forgive();
        }
        assertFalse(People.get(installation, "signin", null).body().contains("demo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/v1/me", "api/v1/conversations"})
    void restWaitsForTheNewPassword(String path) {
        assertEquals(403, status(path, People.newCookie(installation, "root")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "admin/agents", "settings"})
    void pagesWaitForTheNewPassword(String path) {
        assertEquals("/inbox/password?must=true", location(People.get(installation, path, People.newCookie(installation, "root"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"assets/../api/v1/me", "assets/%2e%2e/api/v1/me", "assets/..;/api/v1/me", "password/../api/v1/me",
        "api;x/v1/me", "%61pi/v1/me"})
    void noOtherSpellingLeadsRound(String path) {
        assertNotEquals(200, status(path, People.newCookie(installation, "root")));
    }

    @Test
    void theSocketWaitsForTheNewPassword() {
        assertEquals(403, socket(People.newCookie(installation, "root")));
        assertEquals(403,
            SocketClient.status(installation, "ws/agent", "https://evil.example", People.newCookie(installation, "root")));
    }

    @Test
    void afterTheChangeAllWorksAndOtherSignInsHaveEnded() {
        String other = People.signIn(installation, "root", FIRST);
        String cookie = People.signIn(installation, "root", FIRST);
        assertEquals(200, status("password", cookie));
        assertEquals("/inbox/", change(cookie, FIRST, CHOSEN, CHOSEN));
        assertEquals(200, status("api/v1/me", cookie));
        assertEquals(200, status("", cookie));
        assertEquals(101, socket(cookie));
        assertEquals(401, status("api/v1/me", other));
        assertEquals("wrong", problem("root", FIRST));
        assertEquals(200, status("api/v1/me", People.signIn(installation, "root", CHOSEN)));
    }

    @Test
    void anOpenSocketEndsWhenThePasswordChangesElsewhere() {
        change(People.signIn(installation, "root", FIRST), FIRST, CHOSEN, CHOSEN);
        String here = People.signIn(installation, "root", CHOSEN);
        String there = People.signIn(installation, "root", CHOSEN);
        try (SocketClient socket = People.hello(SocketClient.agent(installation, there));
            SocketClient own = People.hello(SocketClient.agent(installation, here))) {
            change(here, CHOSEN, FIRST, FIRST);
            assertEquals(1008, socket.awaitClose());
            own.send(frame("hello")).await("welcome");
        }
    }

    @Test
    void badPasswordsAreRefused() {
        String cookie = People.signIn(installation, "root", FIRST);
        assertEquals("/inbox/password?problem=repeat&must=true", change(cookie, FIRST, CHOSEN, CHOSEN + "."));
        assertEquals("/inbox/password?problem=wrong&must=true", change(cookie, "something else", CHOSEN, CHOSEN));
        Map.of("", "short", "KGzq2vsD9Wx", "short", FIRST, "same", "qwertyqwerty", "common", "aaaaaaaaaaaaaa", "guessable",
            "my name is root",
            "name", "x".repeat(129), "long").forEach((weak, why) -> {
                assertEquals("/inbox/password?problem=" + why + "&must=true", change(cookie, FIRST, weak, weak));
                assertTrue(People.get(installation, "password?must=true&problem=" + why, cookie).body().contains("role=\"alert\""), why);
            });
        assertEquals(403, status("api/v1/me", cookie));
        assertEquals(302,
            People.post(installation, "password-change", null, "current", FIRST, "password", CHOSEN, "repeat", CHOSEN).statusCode());
        assertEquals(List.of(firstHash), installation.query("SELECT password_hash FROM account"));
    }

    @Test
    void guessingIsSlowedDownAndLoggedWithoutThePassword() throws IOException {
        String guess = "guess-of-somebody";
        String account = installation.query("SELECT 'account ' || id FROM account WHERE user_name = 'root'").get(0);
        Guesses.five(installation, account, i -> problem("root", guess), "wrong");
        assertTrue(problem("root", guess).startsWith("wait&seconds="));
        // Even the right password is not checked while blocked, or guessing could go on at full speed.
        installation.query("UPDATE sign_in_failure SET blocked_until = now() + interval '1 minute'");
        assertTrue(problem("root", FIRST).startsWith("wait&seconds="));
        // Another name from the same address is blocked too.
        assertTrue(problem("nobody", guess).startsWith("wait&seconds="));
        String log = Files.readString(installation.server().log());
        String failed = "event=sign-in-failed " + account.replace(' ', '=') + " user=root reason=wrong failures=";
        assertTrue(log.lines().anyMatch(line -> line.contains(failed) && line.contains(" address=127.0.0.1")), "logged");
        assertFalse(log.contains(guess) || log.contains(FIRST), "no password is logged");
    }

    @Test
    void aPasswordThatNobodyUsedInTimeIsOverUntilTheSettingsHaveAnother() {
        assertTrue(firstLife >= 259_200 && firstLife < 259_260, () -> "72 hours: " + firstLife);
        installation.query("UPDATE account SET password_ends_at = now() - interval '1 second'");
        assertEquals("expired", problem("root", FIRST));
        assertEquals("wrong", problem("root", "something else"), "only who has it is told");
        assertEquals(List.of("1"), installation.query("SELECT failures FROM sign_in_failure WHERE subject LIKE 'account%'"));
        assertTrue(People.get(installation, "signin?problem=expired", null).body().contains("A sales admin can give you a new one"));
        restart(FIRST);
        assertEquals("expired", problem("root", FIRST), "the same one does not begin anew");
        restart("forty blue whales");
        assertEquals("wrong", problem("root", FIRST));
        assertTrue(People.signIn(installation, "root", "forty blue whales").length() > 40);
        restart(FIRST);
        assertEquals("wrong", problem("root", FIRST), "one that is not over is kept");
    }

    private static void restart(String password) {
        installation.server().close();
        installation.server().with("agentinbox.admin.password", password);
        installation.startServer();
        forgive();
    }

    /** In turns, and the fastest of each: whatever else the machine does slows some of them down, hardly all. */
    @Test
    void unknownUsersGetTheSameAnswerInAboutTheSameTime() {
        long known = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        for (int i = 0; i < 7; i++) {
            known = Math.min(known, nanosecondsFor("root"));
            unknown = Math.min(unknown, nanosecondsFor("nobody"));
        }
        assertTrue(unknown > known / 3 && unknown < known * 3, known + " ns and " + unknown + " ns");
    }

    private static long nanosecondsFor(String userName) {
        forgive();
        long start = System.nanoTime();
        assertEquals("wrong", problem(userName, "not this one"));
        return System.nanoTime() - start;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ro\u0000ot", "root\nFAKE LOG LINE", "<script>", "\uD83D\uDE00", "root' OR '1'='1", "\u202Eroot"})
    void oddUserNamesAreWrongOnes(String userName) throws IOException {
        assertEquals("wrong", problem(userName, FIRST));
        assertEquals("wrong", problem("root", userName));
        assertTrue(Files.readAllLines(installation.server().log()).stream().noneMatch(line -> line.startsWith("FAKE")));
    }

    @Test
    void anEndlessUserNameIsAWrongOne() {
        assertEquals("wrong", problem("x".repeat(60_000), FIRST));
        assertEquals("wrong", problem("root" + "x".repeat(200), FIRST));
    }
}
