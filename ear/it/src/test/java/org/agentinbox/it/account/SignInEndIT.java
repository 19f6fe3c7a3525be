package org.agentinbox.it.account;

import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.agentinbox.platform.Tokens;
import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that the end of a sign-in closes everything open on it, however the sign-in ended and whenever the socket was opened, and that idle
 * sign-ins expire.
 */
class SignInEndIT {

    private static final int SIGNED_OUT = 1008;
    private static final int AT_ONCE = 60;
    private static final Duration A_BEAT = Duration.ofSeconds(15);
    private static final String OF_TOKEN = " WHERE token_hash = ?";
    /** The ways to lose the live agent's role, as SQL with the user name as its parameter. */
    private static final Map<String, String> LOSSES = Map.of("account switched off",
        "UPDATE account SET active = false WHERE user_name = ?",
        "role taken", "DELETE FROM account_role WHERE account_id = (SELECT id FROM account WHERE user_name = ?) AND role = 'LIVE_AGENT'",
        "another role instead",
        "UPDATE account_role SET role = 'CALENDAR_AGENT' WHERE account_id = (SELECT id FROM account WHERE user_name = ?)");

    private final Installation installation = Installation.killed();

    private SocketClient open(String path, String cookie) {
        return SocketClient.connect(installation, path, installation.origin(), cookie);
    }

    private static byte[] hash(String cookie) {
        return Tokens.hash(cookie.substring(cookie.indexOf('=') + 1));
    }

    @ParameterizedTest
    @CsvSource({"ws/agent, chae", "ws/admin, sam"})
    void aSocketThatSaidNoHelloYetEndsWithTheSignIn(String path, String userName) {
        String cookie = People.newCookie(installation, userName);
        try (SocketClient socket = open(path, cookie)) {
            People.post(installation, "sign-out", cookie);
            assertEquals(SIGNED_OUT, socket.awaitClose());
        }
    }

    /** This node is not told: the sign-in ended on another node, or in the database. */
    @ParameterizedTest
    @CsvSource({"ws/agent, chae", "ws/admin, sam"})
    void helloIsRefusedOnceTheSignInIsGone(String path, String userName) {
        String cookie = People.newCookie(installation, userName);
        try (SocketClient socket = open(path, cookie)) {
            installation.query("DELETE FROM sign_in" + OF_TOKEN, hash(cookie));
            socket.send(frame("hello"));
            assertEquals(SIGNED_OUT, socket.awaitClose());
            assertEquals(List.of(), socket.all());
        }
    }

    /** This node is not told. All of them end within one heartbeat, each with a sign-in or an account of its own. */
    @TestFactory
    Stream<DynamicTest> whatEndsInTheDatabaseHasNoSocketWithinABeat() {
        Map<String, SocketClient> ending = new LinkedHashMap<>();
        String used = People.newCookie(installation, "ben");
        SocketClient ben = People.hello(open("ws/agent", used));
        for (boolean hello : new boolean[]{true, false}) {
            ending.put("signed out, agent, hello " + hello, signedOut("ws/agent", "chae", hello));
            ending.put("signed out, admin, hello " + hello, signedOut("ws/admin", "sam", hello));
        }
        LOSSES.forEach((name, loss) -> ending.put(name, losing(name, loss)));
        lastUsed(used, "13 hours");
        return Stream.of(
            ending.entrySet().stream().map(end -> dynamicTest(end.getKey(), () -> assertEquals(SIGNED_OUT, end.getValue().awaitClose()))),
            Stream.of(dynamicTest("an open inbox is use", () -> openInboxIsUse(used)),
                dynamicTest("others are served", () -> isServed(ben))))
            .flatMap(tests -> tests).onClose(ben::close).onClose(() -> ending.values().forEach(SocketClient::close));
    }

    private SocketClient signedOut(String path, String userName, boolean hello) {
        String cookie = People.newCookie(installation, userName);
        SocketClient socket = open(path, cookie);
        if (hello) {
            People.hello(socket);
        }
        installation.query("DELETE FROM sign_in" + OF_TOKEN, hash(cookie));
        return socket;
    }

    private SocketClient losing(String name, String loss) {
        String userName = name.replace(' ', '-');
        People.hire(installation, userName);
        SocketClient socket = People.hello(open("ws/agent", People.newCookie(installation, userName)));
        installation.query(loss, userName);
        return socket;
    }

    private void openInboxIsUse(String cookie) {
        Await.until("the open socket was noted as use", A_BEAT, () -> isUsedNow(cookie));
        assertEquals(200, People.get(installation, "api/v1/me", cookie).statusCode());
    }

    private static void isServed(SocketClient ben) {
        assertTrue(ben.isOpen());
        assertEquals("welcome", ben.send(frame("hello")).await("welcome").getString("type"));
    }

    /** Signs out while a socket is being opened: before the check, during the handshake, between it and the first frame, and after that. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noSocketSurvivesASignOutWhileItOpens(boolean hello) {
        List<CompletableFuture<SocketClient>> opening = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            String cookie = People.newCookie(installation, "chae");
            opening.add(CompletableFuture.supplyAsync(() -> open("ws/agent", cookie)));
            CompletableFuture.runAsync(() -> People.post(installation, "sign-out", cookie));
        }
        int opened = 0;
        for (CompletableFuture<SocketClient> one : opening) {
            try (SocketClient socket = one.join()) {
                opened++;
                sayHello(socket, hello);
                assertEquals(SIGNED_OUT, socket.awaitClose(), socket.all().toString());
            } catch (CompletionException refused) {
                assertTrue(refused.getCause() instanceof java.net.http.WebSocketHandshakeException, refused.toString());
            }
        }
        assertTrue(opened > 0, "all were refused, none was opened");
    }

    private static void sayHello(SocketClient socket, boolean hello) {
        if (hello && socket.isOpen()) {
            try {
                socket.send(frame("hello"));
            } catch (CompletionException closed) {
                // The server closed the connection before the test did.
                assertTrue(closed.getCause() instanceof java.io.IOException, closed.toString());
            }
        }
    }

    @Test
    void whatNobodyUsesEnds() {
        String idle = People.newCookie(installation, "chae");
        String used = People.newCookie(installation, "chae");
        lastUsed(idle, "12 hours 1 second");
        lastUsed(used, "11 hours 59 minutes");
        assertEquals(401, People.get(installation, "api/v1/me", idle).statusCode());
        assertEquals(302, People.get(installation, "profile", idle).statusCode());
        assertEquals(401, SocketClient.status(installation, "ws/agent", installation.origin(), idle));
        assertEquals(200, People.get(installation, "api/v1/me", used).statusCode());
        assertTrue(isUsedNow(used));
    }

    @Test
    void useIsNotedOnceAMinute() {
        String cookie = People.newCookie(installation, "chae");
        lastUsed(cookie, "50 seconds");
        People.get(installation, "api/v1/me", cookie);
        assertEquals(false, isUsedNow(cookie));
        lastUsed(cookie, "70 seconds");
        People.get(installation, "api/v1/me", cookie);
        assertTrue(isUsedNow(cookie));
    }

    private void lastUsed(String cookie, String ago) {
        installation.query("UPDATE sign_in SET used_at = now() - CAST(? AS interval)" + OF_TOKEN, ago, hash(cookie));
    }

    private boolean isUsedNow(String cookie) {
        String recent = " AND used_at > now() - interval '20 seconds'";
        return !installation.query("SELECT 1 FROM sign_in" + OF_TOKEN + recent, hash(cookie)).isEmpty();
    }

    @Test
    void whereItSignedInFromIsKnown() {
        String cookie = People.signIn(installation, "chae", "demo");
        List<String> known = installation.query("SELECT concat_ws(' ', browser, address) FROM sign_in" + OF_TOKEN, hash(cookie));
        assertTrue(known.get(0).startsWith("Java-http-client/") && known.get(0).endsWith(" 127.0.0.1"), known.toString());
    }

    @Test
    void aDatabaseThatIsAwayClosesNothing() {
        try (SocketClient chae = People.hello(SocketClient.agent(installation, People.newCookie(installation, "chae")))) {
            long before = failures();
            installation.database().kill();
            try {
                Await.until("sign-ins were looked up in vain", Duration.ofSeconds(60), () -> {
                    chae.send(frame("hello"));
                    return failures() > before && !chae.all("error").isEmpty();
                });
                assertEquals(Set.of("UNAVAILABLE"), chae.all("error").stream().map(error -> error.getString("code")).collect(
                    Collectors.toSet()));
                assertTrue(chae.isOpen());
            } finally {
                installation.database().start();
            }
            Await.until("the same socket is served again", Duration.ofSeconds(30), () -> {
                chae.send(frame("hello"));
                return !chae.all("welcome").isEmpty() && chae.await("welcome") != null;
            });
            assertTrue(chae.isOpen());
        }
    }

    private long failures() {
        try (Stream<String> lines = Files.lines(installation.server().log())) {
            return lines.filter(line -> line.contains("Sign-ins could not be looked up")).count();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
