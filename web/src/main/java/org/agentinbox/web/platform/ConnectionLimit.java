package org.agentinbox.web.platform;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.platform.AddressRange;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

/**
 * Limits how many connections, including sockets, one address may have open at this node. A connection counts from its first request until
 * it is closed. Those above the limit get 503 and are closed. All addresses of an IPv6 network count as one ({@link ClientNetwork}).
 * Trusted reverse proxies are excepted, because they speak for many clients and limit those themselves.
 */
final class ConnectionLimit {

    private static final Logger LOG = Logger.getLogger(ConnectionLimit.class.getName());
    private static final AttachmentKey<Boolean> COUNTED = AttachmentKey.create(Boolean.class);

    private final Map<String, Integer> open = new ConcurrentHashMap<>();
    private volatile int most = Integer.MAX_VALUE;
    private volatile Set<AddressRange> excepted = Set.of();

    void allow(int connections, Set<AddressRange> proxies) {
        most = connections;
        excepted = proxies;
    }

    HttpHandler before(HttpHandler next) {
        return exchange -> {
            if (mayStay(exchange)) {
                next.handleRequest(exchange);
            } else {
                exchange.setPersistent(false);
                exchange.setStatusCode(StatusCodes.SERVICE_UNAVAILABLE);
                exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "10");
                exchange.getResponseSender().send("Too many connections from this address: try again later.");
            }
        };
    }

    private boolean mayStay(HttpServerExchange exchange) {
        ServerConnection connection = exchange.getConnection();
        InetAddress peer = connection.getPeerAddress() instanceof InetSocketAddress address ? address.getAddress() : null;
        if (peer == null || connection.getAttachment(COUNTED) != null || excepted.stream().anyMatch(range -> range.contains(peer))) {
            return true;
        }
        String network = ClientNetwork.of(peer);
        if (open.merge(network, 1, Integer::sum) > most) {
            release(network);
            LOG.log(Level.WARNING, "Refused a connection of {0}: it has {1} open already (agentinbox.connections.per-address)",
                new Object[]{network, most});
            return false;
        }
        connection.putAttachment(COUNTED, true);
        connection.addCloseListener(closed -> release(network));
        return true;
    }

    private void release(String network) {
        open.computeIfPresent(network, (key, count) -> count == 1 ? null : count - 1);
    }
}
