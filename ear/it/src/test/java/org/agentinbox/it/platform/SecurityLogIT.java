package org.agentinbox.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server's log says of requests that were refused, and of the client behind a proxy; and that no secret is given to it. */
class SecurityLogIT {

    private static final Installation INSTALLATION = Installation.proxied();

    private static List<String> lines(String... parts) {
        try {
            return Files.readAllLines(INSTALLATION.server().log()).stream().filter(line -> line.contains("[org.agentinbox.security]"))
                .filter(line -> List.of(parts).stream().allMatch(line::contains)).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The line comes when the answer has been sent. */
    private static void await(String... parts) {
        Await.until("logged: " + List.of(parts), Duration.ofSeconds(20), () -> !lines(parts).isEmpty());
    }

    private static String account(String userName) {
        return "account=" + INSTALLATION.query("SELECT id FROM account WHERE user_name = ?", userName).get(0);
    }

    private static int from(String address, String path, String cookie) {
        return People.call(HttpRequest.newBuilder(INSTALLATION.address().resolve(path)).header("Cookie", cookie)
            .header("X-Forwarded-For", address)).statusCode();
    }

    @ParameterizedTest
    @CsvSource({"ana, admin/agents, 198.51.100.31", "ana, admin/agents?x=%0AFAKE, 198.51.100.32", "mia, answers, 198.51.100.33"})
    void pagesThatSomebodyMayNotSee(String userName, String path, String address) {
        assertEquals(403, from(address, path, People.newCookie(INSTALLATION, userName)));
        await("WARN", "event=access-denied", account(userName), "method=GET", "path=/inbox/" + path.replaceFirst("\\?.*", ""),
            "address=" + address);
    }

    @Test
    void restThatSomebodyMayNotCall() {
        assertEquals(403, from("198.51.100.34", "api/v1/conversations", People.newCookie(INSTALLATION, "mia")));
        await("event=access-denied", account("mia"), "path=/inbox/api/v1/conversations", "address=198.51.100.34");
    }

    @Test
    void handshakesOfSockets() {
        assertEquals(403, SocketClient.status(INSTALLATION, "ws/agent", INSTALLATION.origin(), People.newCookie(INSTALLATION, "cal")));
        await("event=access-denied", account("cal"), "path=/inbox/ws/agent", "address=127.0.0.1");
        assertEquals(403, SocketClient.status(INSTALLATION, "ws/visitor", "https://evil.example", null));
        await("event=access-denied", "account=none", "path=/inbox/ws/visitor");
    }

    @Test
    void theClientOfTheRequestIsTold() {
        String cookie = People.newCookie(INSTALLATION, "ben");
        People.call(HttpRequest.newBuilder(INSTALLATION.address().resolve("sign-out")).header("Cookie", cookie)
            .header("Origin", INSTALLATION.origin()).header("X-Forwarded-For", "198.51.100.35")
            .POST(HttpRequest.BodyPublishers.noBody()));
        await("INFO", "event=sign-out", account("ben"), "address=198.51.100.35");
    }

    /** The run command and tests hand secrets on: others of the machine read neither the list of processes nor the log of properties. */
    @Test
    void noSecretIsGivenAsProperty() throws IOException {
        String password = "forty blue whales";
        try (Installation own = Installation.start("secrets", Map.of("agentinbox.admin.user", "root",
            "agentinbox.admin.password", password, "agentinbox.secret-key", "c2VjcmV0LWtleS1vZi0zMi1ieXRlcy1mb3ItdGVzdHM="))) {
            Path directory = own.server().log().getParent();
            for (String name : List.of("console.log", "server.log")) {
                String log = Files.readString(directory.resolve(name));
                assertFalse(log.contains(password) || log.contains("c2VjcmV0"), name);
                assertFalse(log.contains("is given as a system property"), name);
            }
            assertFalse(ProcessHandle.allProcesses().flatMap(process -> process.info().commandLine().stream())
                .anyMatch(line -> line.contains("c2VjcmV0LWtleS")));
            People.signIn(own, "root", password);
        }
    }
}
