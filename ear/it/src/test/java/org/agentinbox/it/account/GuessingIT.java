package org.agentinbox.it.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.platform.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that guessing passwords is slow from any address, and that strangers' attempts lock nobody out. The tests act as a reverse proxy.
 */
class GuessingIT {

    private static final String A = "198.51.100.1";
    private static final String B = "198.51.100.2";
    private static final String RIGHT = "demo";
    private static final Installation INSTALLATION = Installation.proxied();

    @BeforeEach
    void asAtFirst() {
        INSTALLATION.query("DELETE FROM sign_in_failure");
        INSTALLATION.query("DELETE FROM known_device");
    }

    /** @param device the cookie of a known device, or null */
    private static HttpResponse<String> signIn(String address, String userName, String password, String device) {
        String body = "userName=" + URLEncoder.encode(userName, StandardCharsets.UTF_8) + "&password="
            + URLEncoder.encode(password, StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(INSTALLATION.address().resolve("sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded").header("X-Forwarded-For", address)
            .POST(HttpRequest.BodyPublishers.ofString(body));
        if (device != null) {
            request.header("Cookie", "agentinbox-device=" + device);
        }
        return People.call(request);
    }

    /** Tries to sign in; returns "in", "wrong" or "wait". */
    private static String outcome(String address, String userName, String password, String device) {
        String location = signIn(address, userName, password, device).headers().firstValue("Location").orElse("");
        return location.contains("problem=") ? location.replaceFirst(".*problem=([a-z]+).*", "$1") : "in";
    }

    private static String device(String address, String userName) {
        return cookie(signIn(address, userName, RIGHT, null));
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream().filter(c -> c.startsWith("agentinbox-device=")).findFirst().orElseThrow()
            .replaceFirst("^[^=]*=([^;]*);.*$", "$1");
    }

    /** Inserts failures directly, because comparing hundreds of passwords would take minutes. */
    private static void failed(String subject, int failures) {
        INSTALLATION.query("INSERT INTO sign_in_failure (subject, failures, blocked_until) VALUES (?, ?, now())", subject, failures);
    }

    private static void block(String subject) {
        INSTALLATION.query("INSERT INTO sign_in_failure (subject, failures, blocked_until) VALUES (?, 100, now() + interval '10 minutes') "
            + "ON CONFLICT (subject) DO UPDATE SET blocked_until = EXCLUDED.blocked_until", subject);
    }

    private static String account(String userName) {
        return INSTALLATION.query("SELECT id FROM account WHERE user_name = ?", userName).get(0);
    }

    private static int failures(String subject) {
        return INSTALLATION.query("SELECT failures FROM sign_in_failure WHERE subject = ?", subject).stream().mapToInt(Integer::parseInt)
            .findFirst().orElse(0);
    }

    @Test
    void aNameIsGuessedSlowlyFromManyAddresses() {
        Guesses.five(INSTALLATION, "account " + account("ana"), i -> outcome("203.0.113." + i, "ana", "guess " + i, null), "wrong");
        assertEquals("wait", outcome("203.0.113.77", "ana", "guess", null));
        assertEquals("in", outcome("203.0.113.77", "ben", RIGHT, null));
    }

    @ParameterizedTest
    @CsvSource({"198.51.100.1, network 198.51.100.1, 28, 198.51.100.1, 198.51.100.2",
        "2001:db8:1:2::1, network 2001:db8:1:2:0:0:0:0/64, 28, 2001:db8:1:2:ffff:ffff:ffff:ffff, 2001:db8:1:3::1",
        "2001:db8:1:2::1, site 2001:db8:1:0:0:0:0:0/48, 298, 2001:db8:1:ffff::1, 2001:db8:2::1"})
    void sprayingManyNamesIsSlowFromOneNetwork(String address, String subject, int before, String sameNetwork, String otherNetwork) {
        failed(subject, before);
        assertEquals("wrong", outcome(address, "ana", "guess", null));
        assertEquals("wrong", outcome(sameNetwork, "ben", "guess", null));
        block(subject);
        assertEquals("wait", outcome(sameNetwork, "somebody else", "guess", null));
        assertEquals(before + 2, failures(subject));
        assertEquals("wrong", outcome(otherNetwork, "somebody else", "guess", null));
    }

    @Test
    void theThirtiethFailureOfANetworkMakesItWait() {
        failed("network " + A, 29);
        String before = Instant.now().toString();
        assertEquals("wrong", outcome(A, "ana", "guess", null));
        assertEquals(List.of("t"), INSTALLATION.query(
            "SELECT blocked_until >= CAST(? AS timestamptz) + interval '1 second' FROM sign_in_failure WHERE subject = ?", before,
            "network " + A));
    }

    @Test
    void theRightPasswordLeavesNoFailure() {
        assertEquals("in", outcome(A, "ana", RIGHT, null));
        assertEquals(List.of(), INSTALLATION.query("SELECT subject FROM sign_in_failure"));
        failed("network " + A, 40);
        assertEquals("in", outcome(A, "ana", RIGHT, null));
        assertEquals("in", outcome(A, "ana", RIGHT, null));
        assertEquals(40, failures("network " + A));
    }

    @Test
    void whatStrangersTryHoldsNobodyUpInABrowserThatIsKnown() {
        String known = device(A, "ana");
        block("account " + account("ana"));
        block("network " + A);
        assertEquals("wait", outcome(B, "ana", RIGHT, null));
        assertEquals("wait", outcome(A, "ben", RIGHT, null));
        assertEquals("in", outcome(A, "ana", RIGHT, known));
        assertEquals("in", outcome(B, "ana", RIGHT, known));
    }

    @Test
    void theRightPasswordOfTheOwnerDoesNotFreeTheGuesser() {
        String known = device(A, "ana");
        failed("account " + account("ana"), 4);
        assertEquals("in", outcome(A, "ana", RIGHT, known));
        assertEquals(4, failures("account " + account("ana")));
    }

    @Test
    void aKnownBrowserIsKnownForThosePeopleOnlyWhoSignedInThere() {
        String known = device(A, "ana");
        block("account " + account("ben"));
        assertEquals("wait", outcome(A, "ben", RIGHT, known));
        INSTALLATION.query("DELETE FROM sign_in_failure");
        assertEquals(known, cookie(signIn(A, "ben", RIGHT, known)));
        block("account " + account("ana"));
        block("account " + account("ben"));
        assertEquals("in", outcome(A, "ben", RIGHT, known));
        assertEquals("in", outcome(A, "ana", RIGHT, known));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void aMadeUpDeviceIsAStranger(String device) {
        block("account " + account("ana"));
        assertEquals("wait", outcome(A, "ana", RIGHT, device));
        INSTALLATION.query("DELETE FROM sign_in_failure");
        assertNotEquals(device, cookie(signIn(A, "ana", RIGHT, device)));
    }

    @Test
    void guessingInAKnownBrowserIsSlowAndHoldsNobodyElseUp() {
        String known = device(A, "ana");
        String device = "device " + INSTALLATION.query("SELECT id FROM known_device").get(0);
        Guesses.five(INSTALLATION, device, i -> outcome("203.0.113." + i, "ana", "guess " + i, known), "wrong");
        assertEquals("wait", outcome(A, "ana", RIGHT, known));
        assertEquals("in", outcome(A, "ana", RIGHT, null));
        assertEquals(0, failures("network " + A));
    }

    @Test
    void nobodyGathersDevicesForGuessing() {
        String first = device(A, "cal");
        for (int i = 0; i < 10; i++) {
            INSTALLATION.query(
                "INSERT INTO known_device (id, account_id, token_hash, used_at) VALUES (gen_random_uuid(), CAST(? AS uuid), ?, now())",
                account("cal"), Tokens.hash("device " + i));
        }
        device(A, "cal");
        assertEquals(10, INSTALLATION.query("SELECT id FROM known_device").size());
        block("account " + account("cal"));
        assertEquals("wait", outcome(A, "cal", RIGHT, first));
    }

    @Test
    void aBrowserThatNobodyUsesIsForgotten() {
        String old = device(A, "ana");
        INSTALLATION.query("UPDATE known_device SET used_at = now() - interval '180 days'");
        block("account " + account("ana"));
        assertEquals("wait", outcome(A, "ana", RIGHT, old));
    }

    @Test
    void theDatabaseIsOfNoUseForSigningInAsAKnownBrowser() {
        String known = device(A, "ana");
        assertEquals(List.of("f"), INSTALLATION.query("SELECT encode(token_hash, 'escape') LIKE '%' || ? || '%' FROM known_device", known));
    }

    @Test
    void theDevicesCookieIsKeptFromScriptsAndOtherSites() {
        String cookie = signIn(A, "ana", RIGHT, null).headers().allValues("Set-Cookie").stream()
            .filter(c -> c.startsWith("agentinbox-device=")).findFirst().orElseThrow();
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && cookie.contains("Max-Age=15552000"), cookie);
    }

    /** People sometimes type their password into the field for the name. */
    @Test
    void whatSomebodyTypedAsNameIsKeptNowhere() throws IOException {
        String typed = "my-secret-" + Tokens.next();
        assertEquals("wrong", outcome(A, typed, "x", null));
        assertEquals(List.of(), INSTALLATION.query("SELECT subject FROM sign_in_failure WHERE subject LIKE '%my-secret%'"));
        assertFalse(Files.readString(INSTALLATION.server().log()).contains("my-secret"));
        assertEquals(1, INSTALLATION.query("SELECT 1 FROM sign_in_failure WHERE subject LIKE 'name %'").size());
    }

    /** Otherwise six attempts would show which user names exist. */
    @Test
    void aNameOfNobodyIsSlowedDownAlike() {
        String subject = "name " + HexFormat.of().formatHex(Tokens.hash("nobody"));
        Guesses.five(INSTALLATION, subject, i -> outcome("203.0.113." + i, "Nobody", "guess", null), "wrong");
        assertEquals("wait", outcome(B, " nobody", "guess", null));
    }

    @Test
    void strangersCannotFillTheTable() {
        INSTALLATION.query("INSERT INTO sign_in_failure (subject, failures, blocked_until) "
            + "SELECT 'network filled ' || n, 1, now() FROM generate_series(1, 50000) n");
        assertEquals("wrong", outcome(A, "nobody at all", "guess", null));
        assertEquals("wrong", outcome(B, "nobody else", "guess", null));
        assertEquals(2, failures("network others"));
        assertEquals(2, failures("name others"));
        assertEquals("50002", INSTALLATION.query("SELECT count(*) FROM sign_in_failure").get(0));
        // Failures for this account are still counted.
        assertEquals("wrong", outcome(A, "ana", "guess", null));
        assertEquals(1, failures("account " + account("ana")));
    }

    @Test
    void guessingThePresentPasswordWhereItIsChangedIsSlow() {
        String cookie = People.newCookie(INSTALLATION, "mia");
        Guesses.five(INSTALLATION, "change " + account("mia"), i -> change(cookie, "guess " + i), "/inbox/password?problem=wrong");
        assertTrue(change(cookie, RIGHT).startsWith("/inbox/password?problem=wait&seconds="));
        assertEquals("in", outcome(A, "mia", RIGHT, null));
        INSTALLATION.query("DELETE FROM sign_in_failure");
        // A correct but too weak password is not a failure.
        for (int i = 0; i < 6; i++) {
            assertEquals("/inbox/password?problem=short", change(cookie, RIGHT));
        }
        assertTrue(People.get(INSTALLATION, "password?problem=wait&seconds=7", cookie).body().contains("7 seconds"));
    }

    private static String change(String cookie, String current) {
        return People.post(INSTALLATION, "password-change", cookie, "current", current, "password", "short", "repeat", "short").headers()
            .firstValue("Location").orElse("").replaceFirst("^" + INSTALLATION.origin(), "");
    }
}
