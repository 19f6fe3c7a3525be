package org.agentinbox.summary.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.agentinbox.platform.BoundedBody;
import org.agentinbox.summary.api.SummariserException;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;

/**
 * Carries the client library's requests over the JDK's HTTP client. An answer is whole in time and small enough, or it is none: the
 * JDK's own time-out ends with the head of an answer, after which a body may take for ever. Redirects are not followed, with the key in
 * hand.
 */
final class EndpointHttp implements HttpClient {

    private static final int LARGEST = 256 * 1024;

    private final java.net.http.HttpClient http;
    private final Duration timeout;

    private EndpointHttp(Duration timeout) {
        this.timeout = timeout;
        http = java.net.http.HttpClient.newBuilder().version(java.net.http.HttpClient.Version.HTTP_1_1).connectTimeout(timeout)
            .followRedirects(java.net.http.HttpClient.Redirect.NEVER).build();
    }

    /** @return for the client library, whose own time-outs count for nothing */
    static HttpClientBuilder within(Duration timeout) {
        return new Builder(timeout);
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> coming = http.sendAsync(toJdk(request), info -> new BoundedBody(LARGEST));
        try {
            HttpResponse<byte[]> answer = coming.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            if (answer.statusCode() / 100 != 2) {
                throw new SummariserException("HTTP " + answer.statusCode(), true);
            }
            return SuccessfulHttpResponse.builder().statusCode(answer.statusCode()).headers(answer.headers().map())
                .body(new String(answer.body(), UTF_8)).build();
        } catch (TimeoutException e) {
            throw new SummariserException("nothing came within " + timeout, true);
        } catch (ExecutionException e) {
            // Its words could hold what was sent.
            throw new SummariserException(e.getCause().getClass().getSimpleName(),
                !(e.getCause() instanceof BoundedBody.TooLargeException));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SummariserException("interrupted", true);
        } finally {
            // Whatever is still on its way is not waited for.
            coming.cancel(true);
        }
    }

    private static java.net.http.HttpRequest toJdk(HttpRequest request) {
        java.net.http.HttpRequest.Builder jdk = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
            .method(request.method().name(), java.net.http.HttpRequest.BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> jdk.header(name, value)));
        return jdk.build();
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("Answers are asked for as a whole.");
    }

    private record Builder(Duration timeout) implements HttpClientBuilder {

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
            return new EndpointHttp(timeout);
        }
    }
}
