package org.agentinbox.platform.outbound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;

import org.agentinbox.platform.PublicAddresses;
import org.agentinbox.platform.outbound.OutboundException.Problem;
import org.agentinbox.platform.outbound.OutboundHttp.Bounds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A connection goes to an address that was checked, whatever the name leads to meanwhile, and ends in time. */
class OutboundHttpTest {

    private static final Bounds BOUNDS = new Bounds(Duration.ofSeconds(20), 1_000);
    private static final Bounds SHORT = new Bounds(Duration.ofMillis(300), 1_000);
    /** One of a network that is for documents only (RFC 5737), so nobody is there. It plays an address of the public internet. */
    private static final String ELSEWHERE = "203.0.113.7";
    private static final String HERE = "127.0.0.1";
    private static final AddressRule NOT_HERE = (host, port, address) -> !address.isLoopbackAddress();
    private static final AddressRule ONLY_HERE = (host, port, address) -> address.isLoopbackAddress();

    private final PlainServer server = new PlainServer();

    /** Answers one look-up after the other, the last for good: each with addresses, with spaces between. */
    private static final class Names implements CheckedAddresses.Lookup {

        private final Deque<String> answers;
        private final AtomicInteger asked = new AtomicInteger();

        Names(String... answers) {
            this.answers = new ArrayDeque<>(List.of(answers));
        }

        @Override
        public synchronized InetAddress[] addresses(String host) throws UnknownHostException {
            asked.incrementAndGet();
            String[] answer = (answers.size() > 1 ? answers.removeFirst() : answers.getFirst()).split(" ");
            InetAddress[] addresses = new InetAddress[answer.length];
            for (int i = 0; i < addresses.length; i++) {
                addresses[i] = InetAddress.getByAddress(host, InetAddress.getByName(answer[i]).getAddress());
            }
            return addresses;
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static OutboundHttp http(AddressRule rule, CheckedAddresses.Lookup names) throws Exception {
        return new OutboundHttp(rule, names, SSLContext.getDefault());
    }

    private URI uri(String host) {
        return URI.create("http://" + host + ":" + server.port() + "/dav");
    }

    private Problem problem(OutboundHttp http, Bounds bounds) {
        return assertThrows(OutboundException.class, () -> http.send("GET", uri("calendar.test"), Map.of(), null, bounds)).problem();
    }

    /** The first look-up finds an address of the public internet, each later one this machine. */
    @Test
    void aNameThatLeadsHereAfterItWasCheckedGainsNothing() throws Exception {
        Names names = new Names(ELSEWHERE, HERE);
        OutboundHttp http = http(NOT_HERE, names);
        Problem first = problem(http, SHORT);
        // Where nobody is, the network says so, says nothing, or cuts the connection off.
        assertTrue(Set.of(Problem.SLOW, Problem.UNREACHABLE, Problem.CUT_OFF).contains(first), "it was called where nobody is: " + first);
        assertEquals(1, names.asked.get(), "one look-up for one connection");
        assertEquals(Problem.FORBIDDEN, problem(http, BOUNDS));
        assertEquals(2, names.asked.get());
        assertEquals(List.of(), server.requests());
    }

    /** The same the other way round: who is there is whom the one look-up has found. */
    @Test
    void theAddressThatWasCheckedIsCalledByItsName() throws Exception {
        Names names = new Names(HERE, ELSEWHERE);
        OutboundHttp http = http(ONLY_HERE, names);
        server.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\nX-A: 1\r\nx-a: 2\r\n\r\nhi");
        OutboundHttp.Answer answer = http.send("PUT", uri("calendar.test"), Map.of("X-B", "3"), new byte[]{'b'}, BOUNDS);
        assertEquals(200, answer.status());
        assertArrayEquals(new byte[]{'h', 'i'}, answer.body());
        assertEquals("1", answer.header("X-A"));
        assertEquals(1, names.asked.get());
        String request = server.requests().get(0);
        assertTrue(request.startsWith("PUT /dav HTTP/1.1\r\n"), request);
        assertTrue(request.contains("Host: calendar.test:" + server.port() + "\r\n"), request);
        assertTrue(request.contains("X-B: 3\r\n"), request);
        assertEquals(Problem.FORBIDDEN, problem(http, BOUNDS), "a new connection is a new look-up");
        assertEquals(1, server.requests().size());
    }

    @Test
    void aNameWithOneAddressThatMayNotBeCalledIsNotCalledAtAll() throws Exception {
        assertEquals(Problem.FORBIDDEN, problem(http(ONLY_HERE, new Names(HERE + " " + ELSEWHERE)), BOUNDS));
        assertEquals(Problem.FORBIDDEN, problem(http(ONLY_HERE, new Names(ELSEWHERE + " " + HERE)), BOUNDS));
        assertEquals(List.of(), server.requests());
    }

    @Test
    void noWayToWriteThisMachineIsPublic() {
        OutboundHttp http = new OutboundHttp((host, port, address) -> PublicAddresses.contains(address));
        for (String host : List.of("localhost", HERE, "2130706433", "127.1", "[::1]", "[::ffff:127.0.0.1]", "[::]", "0.0.0.0")) {
            OutboundException failure = assertThrows(OutboundException.class,
                () -> http.send("GET", uri(host), Map.of(), null, BOUNDS), host);
            assertTrue(failure.problem() == Problem.FORBIDDEN || failure.problem() == Problem.UNREACHABLE, host + failure.problem());
        }
        assertEquals(List.of(), server.requests());
    }

    @Test
    void redirectsAreAnAnswerLikeOthers() throws Exception {
        server.answering("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:" + server.port() + "/x\r\nContent-Length: 0\r\n\r\n");
        OutboundHttp http = http(ONLY_HERE, new Names(HERE));
        assertEquals(302, http.send("GET", uri("calendar.test"), Map.of(), null, BOUNDS).status());
        assertEquals(1, server.requests().size());
    }

    @Test
    void theProxyOfTheJvmIsNotUsed() throws Exception {
        ProxySelector before = ProxySelector.getDefault();
        try (PlainServer proxy = new PlainServer()) {
            ProxySelector.setDefault(new ProxySelector() {
                @Override
                public List<Proxy> select(URI uri) {
                    return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())));
                }

                @Override
                public void connectFailed(URI uri, SocketAddress address, IOException failure) {
                    throw new AssertionError(failure);
                }
            });
            OutboundHttp http = http(ONLY_HERE, new Names(HERE));
            assertEquals(200, http.send("GET", uri("calendar.test"), Map.of(), null, BOUNDS).status());
            assertEquals(List.of(), proxy.requests());
            assertEquals(1, server.requests().size());
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @Test
    void moreThanIsReadIsNoAnswer() throws Exception {
        OutboundHttp http = http(ONLY_HERE, new Names(HERE));
        server.answering("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + "x".repeat(1_000));
        assertEquals(1_000, http.send("GET", uri("calendar.test"), Map.of(), null, BOUNDS).body().length);
        server.answering("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n" + "x".repeat(1_001));
        assertEquals(Problem.TOO_LARGE, problem(http, BOUNDS));
        server.answering("HTTP/1.1 200 OK\r\nX: " + "x".repeat(1 << 20) + "\r\n\r\n");
        assertEquals(Problem.TOO_LARGE, problem(http, BOUNDS));
        server.answering("HTTP/1.1 200 OK\r\n" + "X: x\r\n".repeat(10_000) + "\r\n");
        assertEquals(Problem.TOO_LARGE, problem(http, BOUNDS));
    }

    @Test
    void whatIsNotWholeInTimeIsNoAnswer() throws Exception {
        OutboundHttp http = http(ONLY_HERE, new Names(HERE));
        server.answering("").staying();
        assertEquals(Problem.SLOW, problem(http, SHORT));
        server.answering("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx").staying();
        assertEquals(Problem.SLOW, problem(http, SHORT));
    }

    @Test
    void aLookupThatHangsIsLeftInTime() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        OutboundHttp http = http(ONLY_HERE, host -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        });
        assertEquals(Problem.SLOW, problem(http, SHORT));
        end.countDown();
        assertEquals(Problem.UNREACHABLE, problem(http, BOUNDS));
    }

    @Test
    void whatIsNoHttpOrBreaksOff() throws Exception {
        OutboundHttp http = http(ONLY_HERE, new Names(HERE));
        server.answering("220 mail.example ESMTP\r\n");
        assertEquals(Problem.NO_HTTP, problem(http, BOUNDS));
        server.answering("");
        assertEquals(Problem.CUT_OFF, problem(http, BOUNDS));
        server.answering("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx");
        assertEquals(Problem.CUT_OFF, problem(http, BOUNDS));
    }

    @Test
    void nobodyListens() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        OutboundHttp http = http(ONLY_HERE, new Names(HERE));
        assertEquals(Problem.UNREACHABLE, assertThrows(OutboundException.class,
            () -> http.send("GET", URI.create("http://calendar.test:" + free + "/"), Map.of(), null, BOUNDS)).problem());
    }
}
