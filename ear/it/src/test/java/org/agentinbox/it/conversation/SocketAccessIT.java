package org.agentinbox.it.conversation;

import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.json.JsonObject;

/** Tests who may open a socket: visitors from pages of allowed origins, and signed-in agents from the product's own pages. */
class SocketAccessIT {

    private static final String CUSTOMER = "https://www.customer.example";

    private final Installation installation = Installation.shared();

    private int status(String path, String origin, String userName) {
        return SocketClient.status(installation, path, origin, userName == null ? null : People.cookie(installation, userName));
    }

    @Test
    void visitorsComeFromAllowedOrigins() {
        assertEquals(101, status("ws/visitor", CUSTOMER, null));
        assertEquals(101, status("ws/visitor", installation.origin(), null));
        try (SocketClient visitor = SocketClient.connect(installation, "ws/visitor", CUSTOMER, null)) {
            visitor.send(frame("hello")).await("welcome");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://www.customer.example", "https://www.customer.example.evil.example",
        "https://customer.example",
        "https://www.customer.example:8443", "https://www.customer.example/", "null", "*", "file://", "https://evil.example#localhost"})
    void visitorsComeFromNowhereElse(String origin) {
        assertEquals(403, status("ws/visitor", origin, null));
    }

    @Test
    void aSocketWithoutOriginIsRefused() {
        assertEquals(403, status("ws/visitor", null, null));
        assertEquals(403, status("ws/agent", null, "ana"));
    }

    @Test
    void agentsSignInFirst() {
        assertEquals(401, status("ws/agent", installation.origin(), null));
        assertEquals(401, SocketClient.status(installation, "ws/agent", installation.origin(), "agentinbox-sign-in=" + "A".repeat(43)));
        assertEquals(401, SocketClient.status(installation, "ws/agent", installation.origin(), "agentinbox-sign-in="));
    }

    @Test
    void onlyWhoTakesChatsHasAnAgentsSocket() {
        assertEquals(101, status("ws/agent", installation.origin(), "ana"));
        assertEquals(101, status("ws/agent", installation.origin(), "sam"));
        assertEquals(403, status("ws/agent", installation.origin(), "cal"));
        assertEquals(403, status("ws/agent", installation.origin(), "mia"));
    }

    @Test
    void onlySalesAdminsHaveAnAdministratorsSocket() {
        assertEquals(101, status("ws/admin", installation.origin(), "sam"));
        assertEquals(403, status("ws/admin", installation.origin(), "ana"));
        assertEquals(403, status("ws/admin", installation.origin(), "mia"));
        assertEquals(401, status("ws/admin", installation.origin(), null));
        assertEquals(403, status("ws/admin", CUSTOMER, "sam"));
        assertNotEquals(101, status("ws/admin/", installation.origin(), null));
    }

    /** Another site's page makes the agent's browser connect, which sends the cookie along. */
    @Test
    void agentsComeFromOurOwnPagesOnly() {
        assertEquals(403, status("ws/agent", "https://evil.example", "ana"));
        assertEquals(403, status("ws/agent", CUSTOMER, "ana"));
        assertEquals(403, status("ws/agent", "null", "ana"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws/agent;a=b", "ws//agent", "ws/%61gent", "ws/agent/", "ws/./agent", "ws/visitor/../agent", "ws;a=b/agent",
        "./ws/agent%3Ba"})
    void noOtherSpellingOpensTheAgentsSocket(String path) {
        assertNotEquals(101, SocketClient.status(installation, path, CUSTOMER, People.cookie(installation, "ana")));
        assertNotEquals(101, SocketClient.status(installation, path, installation.origin(), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"x\"", "\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"", "\"a\\u0000b\"", "\"\\ud83d\"",
        "\"<script>\"", "\"' OR 1=1 --\""})
    void anUnknownTokenIsToldAndTheNextHelloWorks(String token) {
        try (SocketClient visitor = SocketClient.visitor(installation)) {
            visitor.sendText("{\"type\":\"hello\",\"token\":" + token + "}").awaitError("UNKNOWN_TOKEN");
            visitor.send(SocketClient.act("chat.request")).awaitError("HELLO_FIRST");
            visitor.send(frame("hello")).await("welcome");
        }
    }

    @Test
    void aTokenOpensItsVisitorOnly() {
        try (SocketClient vera = People.visitor(installation, "Vera"); SocketClient wim = SocketClient.visitor(installation)) {
            JsonObject welcome = vera.all("welcome").get(0);
            String token = welcome.getString("token");
            // An id, a changed token and a token's hash are not accepted as tokens.
            wim.send(frame("hello").add("token", welcome.getString("visitorId"))).awaitError("UNKNOWN_TOKEN");
            wim.send(frame("hello").add("token", token.substring(1) + "A")).awaitError("UNKNOWN_TOKEN");
            wim.send(frame("hello").add("token", token + "A")).awaitError("UNKNOWN_TOKEN");
            wim.send(frame("hello").add("token", token)).await("welcome");
            assertEquals(List.of(welcome.getString("visitorId")), wim.all("welcome").stream().map(w -> w.getString("visitorId")).toList());
        }
    }

    @Test
    void aVisitorsTokenIsNoSignInAndASignInNoVisitorsToken() {
        try (SocketClient vera = People.visitor(installation, "Vera")) {
            String token = vera.all("welcome").get(0).getString("token");
            assertEquals(401, SocketClient.status(installation, "ws/agent", installation.origin(), "agentinbox-sign-in=" + token));
            assertEquals(401, People.get(installation, "api/v1/me", "agentinbox-sign-in=" + token).statusCode());
            String signIn = People.cookie(installation, "ana");
            vera.send(frame("hello").add("token", signIn.substring(signIn.indexOf('=') + 1))).awaitError("UNKNOWN_TOKEN");
        }
    }

    /** Several people connect at the same moment, and each gets their own rights. */
    @Test
    void eachSocketKnowsItsOwnAgent() {
        Map<String, String> names = Map.of("ana", "Ana Silva", "ben", "Ben Okafor", "chae", "Chae Yoon-seo", "sam", "Sam Lindqvist");
        Map<String, String> cookies = new TreeMap<>();
        names.keySet().forEach(user -> cookies.put(user, People.cookie(installation, user)));
        List<CompletableFuture<String>> wrong = new ArrayList<>();
        IntStream.range(0, 25).forEach(i -> cookies.forEach((user, cookie) -> wrong.add(CompletableFuture.supplyAsync(() -> {
            try (SocketClient socket = SocketClient.agent(installation, cookie)) {
                String name = socket.send(frame("hello")).await("welcome").getJsonObject("agent").getString("name");
                return name.equals(names.get(user)) ? "" : user + " is taken for " + name;
            }
        }))));
        assertEquals(List.of(), wrong.stream().map(CompletableFuture::join).filter(w -> !w.isEmpty()).toList());
    }

    @Test
    void whatAVisitorLearnsOfOthersIsNothing() {
        try (SocketClient vera = People.visitor(installation, "Vera"); SocketClient wim = People.visitor(installation, "Wim")) {
            vera.send(SocketClient.act("chat.request"));
            String id = vera.await("chat.requested").getString("conversationId");
            wim.send(frame("sync").add("conversationId", id).add("afterSeq", 0)).awaitError("NOT_FOUND");
            wim.send(SocketClient.act("message.send").add("conversationId", id).add("text", "Hi")).awaitError("NOT_FOUND");
            wim.send(SocketClient.act("chat.end").add("conversationId", id)).awaitError("NOT_FOUND");
            wim.send(SocketClient.act("message.send").add("text", "Hi")).awaitError("NO_CONVERSATION");
            assertTrue(vera.all("message").isEmpty());
            assertFalse(wim.all().toString().contains("\"Vera\""));
        }
    }
}
