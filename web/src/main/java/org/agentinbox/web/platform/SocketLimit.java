package org.agentinbox.web.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;

/**
 * Limits how many sockets one address may have open at this node, also behind a trusted reverse proxy. A handshake above the limit gets 429
 * and {@code Retry-After}. Browsers hide that from scripts, so a plain request to the same path gets the same answer, which the widget
 * uses. All addresses of an IPv6 network count as one ({@link ClientNetwork}).
 */
final class SocketLimit {

    private static final Logger LOG = Logger.getLogger(SocketLimit.class.getName());
    private static final String PATH = "/ws/";
    private static final String RETRY_SECONDS = "30";
    private static final HttpString ALLOW_ORIGIN = new HttpString("Access-Control-Allow-Origin");
    private static final HttpString EXPOSE = new HttpString("Access-Control-Expose-Headers");

    private final Map<String, Integer> open = new ConcurrentHashMap<>();
    private volatile int most = Integer.MAX_VALUE;

    void allow(int sockets) {
        most = sockets;
    }

    /** Must come after {@link ForwardedRequests}, which sets the client's address. */
    HttpHandler before(HttpHandler next) {
        return exchange -> {
            if (!exchange.getRelativePath().startsWith(PATH) || mayOpen(exchange)) {
                next.handleRequest(exchange);
            } else {
                refuse(exchange);
            }
        };
    }

    private boolean mayOpen(HttpServerExchange exchange) {
        String network = ClientNetwork.of(exchange.getSourceAddress().getAddress());
        if (!exchange.getRequestHeaders().contains(Headers.UPGRADE)) {
            return open.getOrDefault(network, 0) < most;
        }
        if (open.merge(network, 1, Integer::sum) > most) {
            release(network);
            LOG.log(Level.WARNING, "Refused a socket of {0}: it has {1} open already (agentinbox.sockets.per-address)",
                new Object[]{network, most});
            return false;
        }
        AtomicBoolean counted = new AtomicBoolean(true);
        Runnable release = () -> {
            if (counted.getAndSet(false)) {
                release(network);
            }
        };
        exchange.getConnection().addCloseListener(closed -> release.run());
        exchange.addExchangeCompleteListener((done, proceed) -> {
            if (done.getStatusCode() != StatusCodes.SWITCHING_PROTOCOLS) {
                release.run();
            }
            proceed.proceed();
        });
        return true;
    }

    private void release(String network) {
        open.computeIfPresent(network, (key, count) -> count == 1 ? null : count - 1);
    }

    private static void refuse(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getResponseHeaders();
        headers.put(Headers.RETRY_AFTER, RETRY_SECONDS);
        headers.put(Headers.CACHE_CONTROL, "no-store");
        headers.put(ALLOW_ORIGIN, "*");
        headers.put(EXPOSE, "Retry-After");
        exchange.setStatusCode(StatusCodes.TOO_MANY_REQUESTS);
        exchange.getResponseSender().send("Too many sockets of this address are open: try again later.");
    }
}
