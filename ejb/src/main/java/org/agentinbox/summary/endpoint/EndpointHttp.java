package org.agentinbox.summary.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.agentinbox.platform.PublicAddresses;
import org.agentinbox.platform.outbound.OutboundException;
import org.agentinbox.platform.outbound.OutboundException.Problem;
import org.agentinbox.platform.outbound.OutboundHttp;
import org.agentinbox.summary.api.SummariserException;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;

/**
 * Carries the client library's requests over {@link OutboundHttp}: an answer is whole in time and small enough, or it is none, and
 * redirects are not followed, with the key in hand.
 */
final class EndpointHttp implements HttpClient {

    private static final int LARGEST = 256 * 1024;

    private final OutboundHttp http;
    private final Duration timeout;

    private EndpointHttp(URI address, Duration timeout) {
        this.timeout = timeout;
        // What is not encrypted stays inside our network, wherever its name leads.
        boolean isEncrypted = "https".equalsIgnoreCase(address.getScheme());
        http = new OutboundHttp((host, port, found) -> isEncrypted || !PublicAddresses.contains(found));
    }

    /** @return for the client library, whose own time-outs count for nothing */
    static HttpClientBuilder within(URI address, Duration timeout) {
        return new Builder(address, timeout);
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        try {
            OutboundHttp.Answer answer = http.send(request.method().name(), URI.create(request.url()), headers,
                request.body().getBytes(UTF_8), new OutboundHttp.Bounds(timeout, LARGEST));
            if (answer.status() / 100 != 2) {
                throw new SummariserException("HTTP " + answer.status(), true);
            }
            return SuccessfulHttpResponse.builder().statusCode(answer.status()).headers(lists(answer.headers()))
                .body(new String(answer.body(), UTF_8)).build();
        } catch (OutboundException e) {
            throw new SummariserException(words(e.problem()), e.problem() != Problem.TOO_LARGE && e.problem() != Problem.FORBIDDEN);
        }
    }

    private static Map<String, List<String>> lists(Map<String, String> headers) {
        Map<String, List<String>> lists = new HashMap<>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return lists;
    }

    private String words(Problem problem) {
        return switch (problem) {
            case FORBIDDEN -> "its name leads to a public address, which is called by https only";
            case UNREACHABLE -> "it cannot be reached";
            case TLS -> "no trustworthy connection can be made";
            case SLOW -> "nothing came within " + timeout;
            case TOO_LARGE -> "its answer is longer than " + LARGEST + " bytes";
            case NO_HTTP -> "what it answered is no HTTP";
            case CUT_OFF -> "it broke its answer off";
        };
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("Answers are asked for as a whole.");
    }

    private record Builder(URI address, Duration timeout) implements HttpClientBuilder {

        @Override
        public Duration connectTimeout() {
            return timeout;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration ignored) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return timeout;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration ignored) {
            return this;
        }

        @Override
        public HttpClient build() {
            return new EndpointHttp(address, timeout);
        }
    }
}
