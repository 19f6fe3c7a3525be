package org.agentinbox.meeting.caldav;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.agentinbox.it.support.NeedsProgram;
import org.agentinbox.it.support.Radicale;
import org.agentinbox.it.support.TestPorts;
import org.agentinbox.platform.AllowedHosts;
import org.agentinbox.platform.outbound.OutboundHttp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Tests the calendar client with a real server, one that is down, one that never answers, and some that answer nonsense. */
@NeedsProgram(value = Radicale.PROGRAM, install = Radicale.INSTALL)
class CalDavServerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static Radicale radicale;

    @BeforeAll
    static void start() {
        radicale = Radicale.start(TestPorts.free());
        radicale.calendar("work", "Work & more");
        radicale.calendar("home", "집");
    }

    @AfterAll
    static void stop() {
        radicale.close();
    }

    private static CalDavServer server(URI home, String password, Duration patience) {
        CalDavAddressPolicy policy = new CalDavAddressPolicy(new AllowedHosts(Set.of(AllowedHosts.origin(home))));
        return new CalDavServer(new CalDavHttp(new OutboundHttp(policy), policy, new Credentials(Radicale.USER, password), home, patience,
            patience));
    }

    private static CalDavServer server() {
        return server(radicale.address(), Radicale.PASSWORD, PATIENCE);
    }

    private static CalendarProblem problem(URI home, Duration patience) {
        return assertThrows(CalDavException.class, () -> server(home, Radicale.PASSWORD, patience).find(home)).problem();
    }

    private static String event(String uid, String start) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nBEGIN:VEVENT\r\nUID:" + uid
            + "\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:" + start
            + "\r\nDURATION:PT1H\r\nSUMMARY:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    @Test
    void findsCalendarsFromTheServerItsOwnerAndTheCalendarItself() throws CalDavException {
        Set<FoundCalendar> both = Set.of(new FoundCalendar(radicale.path("work/").toString(), "Work & more"),
            new FoundCalendar(radicale.path("home/").toString(), "집"));
        assertEquals(both, Set.copyOf(server().find(radicale.address())));
        assertEquals(both, Set.copyOf(server().find(radicale.path(""))));
        assertEquals(List.of(new FoundCalendar(radicale.path("home/").toString(), "집")), server().find(radicale.path("home/")));
    }

    @Test
    void aWrongPasswordAndAWrongAddress() {
        assertEquals(CalendarProblem.PASSWORD,
            assertThrows(CalDavException.class, () -> server(radicale.address(), "guess", PATIENCE).find(radicale.path(""))).problem());
        assertEquals(CalendarProblem.NOT_FOUND,
            assertThrows(CalDavException.class, () -> server().state(radicale.path("none/"))).problem());
        assertEquals(CalendarProblem.UNREACHABLE, problem(URI.create("http://127.0.0.1:" + TestPorts.free() + "/"), PATIENCE));
    }

    @Test
    void writesOnceReadsAndTakesAway() throws CalDavException {
        URI calendar = radicale.path("work/");
        URI href = radicale.path("work/one.ics");
        Optional<String> before = server().state(calendar);
        assertEquals(before, server().state(calendar), "nothing happened");
        CalDavServer.Written first = server().put(href, event("one", "20260504T100000Z"), null);
        assertTrue(first.done());
        assertNotEquals(before, server().state(calendar));
        assertFalse(server().put(href, event("one", "20260505T100000Z"), null).done(), "something is there");
        CalendarResource there = server().between(calendar, Instant.parse("2026-05-04T00:00:00Z"), Instant.parse("2026-05-05T00:00:00Z"))
            .get(0);
        assertEquals(href.toString(), there.href());
        assertEquals(first.etag(), there.etag());
        assertEquals(Optional.of("one"), CalendarObject.read(there.text()).uid());
        assertTrue(server().put(href, event("one", "20260506T100000Z"), first.etag()).done());
        assertFalse(server().put(href, event("one", "20260507T100000Z"), first.etag()).done(), "it is another one by now");
        assertEquals(List.of(), server().between(calendar, Instant.parse("2026-05-04T00:00:00Z"), Instant.parse("2026-05-05T00:00:00Z")));
        assertTrue(server().get(href).orElseThrow().text().contains("20260506T100000Z"));
        server().delete(href);
        server().delete(href);
        assertEquals(Optional.empty(), server().get(href));
    }

    @Test
    void aServerThatHangsIsLeftInTime() throws IOException {
        try (ServerSocket hung = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            long begin = System.nanoTime();
            assertEquals(CalendarProblem.SLOW, problem(URI.create("http://127.0.0.1:" + hung.getLocalPort() + "/"), SHORT));
            assertTrue(System.nanoTime() - begin < PATIENCE.toNanos());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><body>Sorry</body></html>", "<multistatus/>", "{\"error\":1}",
        "<d:multistatus xmlns:d='DAV:'><d:response/></d:multistatus>",
        "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><d:multistatus xmlns:d='DAV:'>&a;</d:multistatus>"})
    void nonsense(String body) throws IOException {
        try (Fake fake = new Fake(exchange -> answer(exchange, 207, body))) {
            assertEquals(CalendarProblem.NONSENSE, problem(fake.address(), PATIENCE), body);
        }
    }

    @Test
    void anAnswerOfAnotherKind() throws IOException {
        try (Fake fake = new Fake(exchange -> answer(exchange, 200, "<html/>"))) {
            assertEquals(CalendarProblem.NONSENSE, problem(fake.address(), PATIENCE));
        }
        try (Fake fake = new Fake(exchange -> answer(exchange, 503, ""))) {
            assertEquals(CalendarProblem.SERVER, problem(fake.address(), PATIENCE));
        }
    }

    /** Some servers close an idle connection just when it is used again. */
    @Test
    void aConnectionThatClosesWithoutAnAnswerIsTriedOnceMoreByWhoOnlyReads() throws Exception {
        try (ServerSocket closing = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            URI address = URI.create("http://127.0.0.1:" + closing.getLocalPort() + "/");
            CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
                cutOff(closing);
                return answerOnce(closing, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            });
            assertEquals(Optional.empty(), server(address, "x", PATIENCE).get(address.resolve("one.ics")));
            assertTrue(read.get(10, TimeUnit.SECONDS).startsWith("GET /one.ics "));
            CompletableFuture<Void> written = CompletableFuture.runAsync(() -> cutOff(closing));
            CalDavException failure = assertThrows(CalDavException.class,
                () -> server(address, "x", PATIENCE).put(address.resolve("one.ics"), "", null));
            assertEquals(CalendarProblem.UNREACHABLE, failure.problem());
            written.get(10, TimeUnit.SECONDS);
            closing.setSoTimeout(200);
            assertThrows(SocketTimeoutException.class, closing::accept, "whatever may have been written is not written again");
        }
    }

    /** A server whose answer is not HTTP is not a calendar server. */
    @Test
    void anotherProtocol() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            CompletableFuture.runAsync(() -> answerOnce(other, "220 mail.example ESMTP\r\n"));
            assertEquals(CalendarProblem.NONSENSE, problem(URI.create("http://127.0.0.1:" + other.getLocalPort() + "/"), PATIENCE));
        }
    }

    private static void cutOff(ServerSocket server) {
        answerOnce(server, "");
    }

    /**
     * Answers one request.
     *
     * @return the first line of the request
     */
    private static String answerOnce(ServerSocket server, String answer) {
        try (Socket socket = server.accept()) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String first = in.readLine();
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            return first;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anAnswerWithoutEnd() throws IOException {
        byte[] much = new byte[1 << 20];
        try (Fake fake = new Fake(exchange -> {
            exchange.sendResponseHeaders(207, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 1_000; i++) {
                    out.write(much);
                }
            }
        })) {
            assertEquals(CalendarProblem.TOO_LARGE, problem(fake.address(), PATIENCE));
        }
    }

    @Test
    void anAnswerThatTricklesIsLeftInTime() throws IOException {
        try (ServerSocket open = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Thread trickle = new Thread(() -> {
                try (var socket = open.accept()) {
                    socket.getOutputStream()
                        .write("HTTP/1.1 207 Multi-Status\r\nContent-Length: 1000\r\n\r\n<".getBytes(StandardCharsets.US_ASCII));
                    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    // The client has closed the connection.
                }
            });
            trickle.start();
            assertEquals(CalendarProblem.SLOW, problem(URI.create("http://127.0.0.1:" + open.getLocalPort() + "/"), SHORT));
        }
    }

    @Test
    void thePasswordGoesToNoOtherServer() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (Fake other = new Fake(exchange -> {
            asked.incrementAndGet();
            answer(exchange, 207, "");
        }); Fake fake = new Fake(exchange -> {
            exchange.getResponseHeaders().add("Location", other.address().toString());
            answer(exchange, 301, "");
        }); Fake pointing = new Fake(exchange -> answer(exchange, 207,
            "<d:multistatus xmlns:d='DAV:'><d:response><d:href>/</d:href><d:propstat><d:prop>"
                + "<d:current-user-principal><d:href>" + other.address()
                + "</d:href></d:current-user-principal></d:prop><d:status>HTTP/1.1 200 OK</d:status>"
                + "</d:propstat></d:response></d:multistatus>"))) {
            assertEquals(CalendarProblem.ELSEWHERE, problem(fake.address(), PATIENCE));
            assertEquals(CalendarProblem.ELSEWHERE, problem(pointing.address(), PATIENCE));
        }
        assertEquals(0, asked.get());
    }

    @Test
    void aRedirectOnTheSameServerIsFollowed() throws IOException, CalDavException {
        List<String> paths = new ArrayList<>();
        try (Fake fake = new Fake(exchange -> {
            paths.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            if (exchange.getRequestURI().getPath().equals("/")) {
                exchange.getResponseHeaders().add("Location", "/dav/");
                answer(exchange, 302, "");
            } else {
                answer(exchange, 207,
                    "<d:multistatus xmlns:d='DAV:' "
                        + "xmlns:c='urn:ietf:params:xml:ns:caldav'><d:response><d:href>/dav/</d:href><d:propstat><d:prop>"
                        + "<d:resourcetype><c:calendar/></d:resourcetype></d:prop><d:status>HTTP/1.1 200 "
                        + "OK</d:status></d:propstat></d:response></d:multistatus>");
            }
        })) {
            assertEquals(1, server(fake.address(), "x", PATIENCE).find(fake.address()).size());
            assertEquals(List.of("PROPFIND /", "PROPFIND /dav/"), paths);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** An HTTP server with fixed answers. */
    private record Fake(HttpServer server) implements AutoCloseable {

        private interface Answering {
            void answer(HttpExchange exchange) throws IOException;
        }

        Fake(Answering how) throws IOException {
            this(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
            server.createContext("/", how::answer);
            server.start();
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
