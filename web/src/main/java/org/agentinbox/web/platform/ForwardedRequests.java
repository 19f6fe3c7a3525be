package org.agentinbox.web.platform;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.agentinbox.platform.AddressRange;
import org.agentinbox.platform.IpAddresses;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;

/**
 * Uses the forwarding headers of trusted reverse proxies, and ignores those of all others. The client is the last address in
 * {@code X-Forwarded-For} that is no trusted proxy: each proxy appends the address that it saw, so a client can invent what stands before
 * it. {@code X-Forwarded-Proto} and {@code X-Forwarded-Host} are the scheme and host that the client requested.
 */
final class ForwardedRequests {

    private static final List<HttpString> HEADERS = List.of(Headers.X_FORWARDED_FOR, Headers.X_FORWARDED_PROTO, Headers.X_FORWARDED_HOST,
        Headers.X_FORWARDED_PORT, Headers.X_FORWARDED_SERVER, Headers.FORWARDED);
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+(:[0-9]{1,5})?|\\[[0-9a-fA-F:.]+](:[0-9]{1,5})?");

    private volatile Set<AddressRange> proxies = Set.of();

    void believe(Set<AddressRange> trusted) {
        proxies = trusted;
    }

    HttpHandler before(HttpHandler next) {
        return exchange -> {
            HeaderMap headers = exchange.getRequestHeaders();
            if (exchange.getConnection().getPeerAddress() instanceof InetSocketAddress peer && isProxy(peer.getAddress())) {
                take(exchange, headers);
            }
            HEADERS.forEach(headers::remove);
            next.handleRequest(exchange);
        };
    }

    private void take(HttpServerExchange exchange, HeaderMap headers) {
        client(headers.get(Headers.X_FORWARDED_FOR)).ifPresent(client -> exchange.setSourceAddress(new InetSocketAddress(client, 0)));
        String scheme = headers.getFirst(Headers.X_FORWARDED_PROTO);
        if ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme)) {
            exchange.setRequestScheme(scheme.toLowerCase(Locale.ROOT));
        }
        String host = headers.getFirst(Headers.X_FORWARDED_HOST);
        if (host != null && HOST.matcher(host).matches()) {
            headers.put(Headers.HOST, host);
        }
    }

    /** @return the last address that is no trusted proxy; the first one where all are proxies; empty where an entry is no address */
    Optional<InetAddress> client(Iterable<String> lines) {
        if (lines == null) {
            return Optional.empty();
        }
        List<String> hops = Arrays.asList(String.join(",", lines).split(","));
        Optional<InetAddress> client = Optional.empty();
        for (int i = hops.size() - 1; i >= 0 && client.map(this::isProxy).orElse(true); i--) {
            Optional<InetAddress> hop = IpAddresses.parse(hops.get(i).strip());
            if (hop.isEmpty()) {
                return client;
            }
            client = hop;
        }
        return client;
    }

    private boolean isProxy(InetAddress address) {
        return address != null && proxies.stream().anyMatch(range -> range.contains(address));
    }
}
