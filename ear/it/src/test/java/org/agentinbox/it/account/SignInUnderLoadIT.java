package org.agentinbox.it.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.agentinbox.platform.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that comparing passwords delays nothing else: comparisons are limited, run outside of transactions, and their result is checked
 * again afterwards.
 */
class SignInUnderLoadIT {

    private static final int BURST = 60;

    private final Installation installation = Installation.shared();
    private String hash;

    @BeforeEach
    void remember() {
        hash = installation.query("SELECT password_hash FROM account WHERE user_name = 'ben'").get(0);
        forgive();
    }

    @AfterEach
    void asBefore() {
        installation.query("UPDATE account SET password_hash = ?, active = true, must_change_password = false WHERE user_name = 'ben'",
            hash);
        forgive();
    }

    private void forgive() {
        installation.query("DELETE FROM sign_in_failure");
    }

    private String problem(String userName, String password) {
        String location = People.post(installation, "sign-in", null, "userName", userName, "password", password).headers()
            .firstValue("Location").orElse("");
        return location.replaceFirst(".*problem=", "");
    }

    @Test
    void aBurstIsToldToTryAgainAndHoldsNoChatUp() {
        try (SocketClient visitor = People.visitor(installation, "Vera Lind")) {
            List<CompletableFuture<String>> burst = IntStream.range(0, BURST)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> problem("nobody-" + i, "a guess"))).toList();
            People.request(visitor);
            List<String> answers = burst.stream().map(CompletableFuture::join).toList();
            assertTrue(answers.contains("busy") && answers.contains("wrong"), answers.toString());
            assertTrue(answers.stream().allMatch(answer -> answer.equals("busy") || answer.equals("wrong")
                || answer.startsWith("wait")), answers.toString());
        }
        forgive();
        People.signIn(installation, "ben", "demo");
    }

    /** Without a trusted proxy the header is ignored. */
    @Test
    void anotherAddressInAHeaderDoesNotHelp() {
        installation.query("INSERT INTO sign_in_failure (subject, failures, blocked_until) "
            + "VALUES ('network 127.0.0.1', 40, now() + interval '10 minutes')");
        for (String header : List.of("X-Forwarded-For", "Forwarded", "X-Real-IP", "X-Client-IP", "True-Client-IP")) {
            HttpRequest.Builder request = HttpRequest.newBuilder(installation.address().resolve("sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(header, "Forwarded".equals(header) ? "for=192.0.2.9" : "192.0.2.9")
                .POST(HttpRequest.BodyPublishers.ofString("userName=ben&password=demo"));
            String location = People.call(request).headers().firstValue("Location").orElse("");
            assertTrue(location.contains("problem=wait"), header + ": " + location);
        }
    }

    @Test
    void aBurstOfStrangersLeavesRoomForBrowsersThatAreKnown() {
        String device = "the-device-of-ben";
        installation
            .query("INSERT INTO known_device (id, account_id, token_hash, used_at) SELECT gen_random_uuid(), id, ?, now() FROM account "
                + "WHERE user_name = 'ben'", Tokens.hash(device));
        List<CompletableFuture<String>> burst = IntStream.range(0, BURST)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> problem("nobody-" + i, "a guess"))).toList();
        Await.until("there is no room for strangers", Duration.ofSeconds(20), () -> burst.stream()
            .anyMatch(answer -> answer.isDone() && answer.join().equals("busy")));
        HttpResponse<String> known = People.post(installation, "sign-in", "agentinbox-device=" + device, "userName", "ben", "password",
            "demo");
        burst.forEach(CompletableFuture::join);
        assertTrue(known.headers().firstValue("Location").orElse("").endsWith("/inbox/"), known.headers().map().toString());
        installation.query("DELETE FROM known_device WHERE token_hash = ?", Tokens.hash(device));
    }

    @Test
    void thePageSaysWhatToDo() {
        assertTrue(People.get(installation, "signin?problem=busy", null).body().contains("try again in a few seconds"));
        assertTrue(People.get(installation, "signin?problem=busy", "agentinbox-locale=ko").body().contains("몇 초 뒤에"));
    }

    /** The password change starts while the old password is being compared, and commits before the sign-in does. */
    @ParameterizedTest
    @ValueSource(strings = {"password_hash = 'a new one', must_change_password = true", "active = false"})
    void aChangeOfTheAccountThatCommitsInTheMeantimeWins(String change) throws SQLException {
        int before = signInsOfBen();
        try (Connection connection = installation.connect(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("UPDATE account SET version = version + 1, " + change + " WHERE user_name = 'ben'");
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> problem("ben", "demo"));
            Await.until("the sign-in waits for the change", Duration.ofSeconds(20), () -> !installation.query(
                "SELECT 1 FROM pg_stat_activity WHERE application_name = 'agent-inbox' AND wait_event_type = 'Lock'").isEmpty());
            connection.commit();
            assertEquals("wrong", answer.join());
        }
        assertEquals(before, signInsOfBen());
    }

    private int signInsOfBen() {
        return installation.query("SELECT s.id FROM sign_in s JOIN account a ON a.id = s.account_id WHERE a.user_name = 'ben'").size();
    }
}
