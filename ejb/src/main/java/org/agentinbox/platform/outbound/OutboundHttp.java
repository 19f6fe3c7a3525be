package org.agentinbox.platform.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLContext;

import org.agentinbox.platform.outbound.CheckedAddresses.Lookup;
import org.agentinbox.platform.outbound.OutboundException.Problem;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Calls servers whose address somebody told us. A name is looked up once for each connection, and the connection goes to one of the
 * addresses that were checked, so a name that leads elsewhere a moment later gains nothing (DNS rebinding). Certificate, SNI and
 * {@code Host} are those of the name. Connections are kept for a minute at most. Redirects are not followed, cookies not kept, answers not
 * unpacked, requests not repeated. Proxies that system properties name are not used: they would look names up themselves.
 */
public final class OutboundHttp {

    private static final Timeout LONGEST_CONNECT = Timeout.ofSeconds(5);
    private static final TimeValue LONGEST_KEPT = TimeValue.ofMinutes(1);
    private static final int MOST_CONNECTIONS = 100;
    private static final int MOST_OF_A_SERVER = 20;
    /** Of these an answer has at most so many, each of at most so many bytes; the client's own default is no limit. */
    private static final Http1Config HEADERS = Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(16 * 1024).build();
    /** So that callers leave in time even while a name is looked up, which nothing can interrupt. As many as callers. */
    private static final ExecutorService CALLS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "outbound call");
        thread.setDaemon(true);
        return thread;
    });

    private final CloseableHttpClient client;

    /**
     * What a server answered.
     *
     * @param headers by name in lower case, of each the first
     */
    public record Answer(int status, Map<String, String> headers, byte[] body) {

        /** @return a header, or null */
        public String header(String name) {
            return headers.get(name.toLowerCase(Locale.ROOT));
        }
    }

    /**
     * How much of an answer is waited for.
     *
     * @param patience until it is whole
     * @param bytes of its body at most
     */
    public record Bounds(Duration patience, int bytes) {}

    /** @param rule asked for each new connection */
    public OutboundHttp(AddressRule rule) {
        this(rule, InetAddress::getAllByName, defaultTls());
    }

    OutboundHttp(AddressRule rule, Lookup lookup, SSLContext tls) {
        client = HttpClientBuilder.create().setConnectionManager(connections(new CheckedAddresses(rule, lookup), tls))
            .setRoutePlanner(new DefaultRoutePlanner(null)).setUserAgent("AgentInbox")
            .setDefaultRequestConfig(RequestConfig.custom().setProtocolUpgradeEnabled(false).build())
            .disableRedirectHandling().disableCookieManagement().disableAuthCaching().disableAutomaticRetries().disableContentCompression()
            .build();
    }

    private static SSLContext defaultTls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PoolingHttpClientConnectionManager connections(CheckedAddresses addresses, SSLContext tls) {
        return PoolingHttpClientConnectionManagerBuilder.create().setDnsResolver(addresses)
            .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
            .setConnectionFactory(ManagedHttpClientConnectionFactory.builder().http1Config(HEADERS)
                .responseParserFactory(new DefaultHttpResponseParserFactory(HEADERS)).build())
            .setMaxConnTotal(MOST_CONNECTIONS).setMaxConnPerRoute(MOST_OF_A_SERVER)
            .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(LONGEST_CONNECT).build())
            // Each kept connection is looked at before it is used: what was sent into a closed one might have been done.
            .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(LONGEST_CONNECT).setTimeToLive(LONGEST_KEPT)
                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS).build())
            .build();
    }

    /**
     * @param body or null
     * @return the answer, whatever its status
     * @throws OutboundException where there is none
     */
    public Answer send(String method, URI uri, Map<String, String> headers, byte[] body, Bounds bounds) throws OutboundException {
        HttpUriRequestBase request = new HttpUriRequestBase(method, uri);
        headers.forEach(request::setHeader);
        if (body != null) {
            request.setEntity(new ByteArrayEntity(body, null));
        }
        Future<Answer> coming = CALLS.submit(() -> client.execute(request, response -> answer(response, bounds.bytes())));
        try {
            return coming.get(bounds.patience().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw OutboundProblems.of(uri.getHost(), e.getCause());
        } catch (TimeoutException e) {
            request.cancel();
            throw new OutboundException(Problem.SLOW, uri.getHost() + ": nothing whole came within " + bounds.patience(), e);
        } catch (InterruptedException e) {
            request.cancel();
            Thread.currentThread().interrupt();
            throw new OutboundException(Problem.SLOW, "interrupted", e);
        }
    }

    private static Answer answer(ClassicHttpResponse response, int most) throws IOException {
        byte[] body = response.getEntity() == null ? new byte[0] : response.getEntity().getContent().readNBytes(most + 1);
        if (body.length > most) {
            throw new OutboundException(Problem.TOO_LARGE, "more than " + most + " bytes", null);
        }
        Map<String, String> headers = new HashMap<>();
        response.headerIterator()
            .forEachRemaining(header -> headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue()));
        return new Answer(response.getCode(), Map.copyOf(headers), body);
    }
}
