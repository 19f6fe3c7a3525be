package org.agentinbox.summary.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

import org.agentinbox.platform.Settings.SummaryEndpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** An OpenAI-compatible endpoint on this machine that does what a test wants. */
final class EndpointStub implements AutoCloseable {

    static final String MODEL = "stub-1";
    static final String KEY = "sk-0123456789-very-secret";

    /** What it does with a question. */
    interface Answer {
        void to(HttpExchange exchange, JsonObject question) throws IOException, InterruptedException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<JsonObject> questions = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private volatile Answer answer = says("{}");

    EndpointStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonObject question = Json.createReader(exchange.getRequestBody()).readObject();
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            questions.add(question);
            answer.to(exchange, question);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    EndpointStub doing(Answer next) {
        answer = next;
        return this;
    }

    List<JsonObject> questions() {
        return questions;
    }

    List<String> authorizations() {
        return authorizations;
    }

    /** @return the data of a question */
    static JsonObject data(JsonObject question) {
        return Json.createReader(new StringReader(question.getJsonArray("messages").getJsonObject(1).getString("content"))).readObject();
    }

    SummaryEndpoint settings(Duration timeout, boolean redact) {
        return new SummaryEndpoint(URI.create("http://localhost:" + server.getAddress().getPort() + "/v1"), MODEL, Optional.of(KEY),
            timeout, redact);
    }

    /** Answers as a model that says this. */
    static Answer says(String content) {
        return (exchange, question) -> body(exchange, 200, completion(content, "stop"));
    }

    /** Answers as a model that says this about the data. */
    static Answer says(UnaryOperator<JsonObject> content) {
        return (exchange, question) -> body(exchange, 200, completion(content.apply(data(question)).toString(), "stop"));
    }

    static Answer cut(String content) {
        return (exchange, question) -> body(exchange, 200, completion(content, "length"));
    }

    static Answer status(int status) {
        return (exchange, question) -> body(exchange, status, "{\"error\":{\"message\":\"no\"}}");
    }

    static Answer raw(String body) {
        return (exchange, question) -> body(exchange, 200, body);
    }

    /** Promises more than it sends. */
    static Answer breaksOff() {
        return (exchange, question) -> {
            exchange.sendResponseHeaders(200, 10_000);
            exchange.getResponseBody().write("{\"choices\":[".getBytes(UTF_8));
            exchange.getResponseBody().flush();
        };
    }

    /** Answers nothing until the stub is closed. */
    Answer silence() {
        return (exchange, question) -> closed.await();
    }

    /** Sends the head of an answer at once, and of its body a byte. */
    Answer slowBody() {
        return (exchange, question) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            closed.await();
        };
    }

    private static void body(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String completion(String content, String finish) {
        return Json.createObjectBuilder().add("id", "c1").add("object", "chat.completion").add("created", 1).add("model", MODEL)
            .add("choices", Json.createArrayBuilder().add(Json.createObjectBuilder().add("index", 0).add("finish_reason", finish)
                .add("message", Json.createObjectBuilder().add("role", "assistant").add("content", content))))
            .add("usage", Json.createObjectBuilder().add("prompt_tokens", 1).add("completion_tokens", 1).add("total_tokens", 2)).build()
            .toString();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
