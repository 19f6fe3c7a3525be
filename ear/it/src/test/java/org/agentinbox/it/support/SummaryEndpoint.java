package org.agentinbox.it.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * The OpenAI-compatible endpoint of the shared installation. It returns no summary, so that the built-in ones stay, except for chats that
 * contain a word a test has named.
 */
public final class SummaryEndpoint {

    /** The name of the model in the settings. */
    public static final String MODEL = "stub-1";
    /** The API key in the settings. */
    public static final String KEY = "sk-of-the-tests";
    /** An answer that makes the endpoint return an error. */
    public static final String FAILS = "";
    private static final String NOTHING = "{\"statements\":[]}";
    private static final Map<String, String> ANSWERS = new ConcurrentHashMap<>();
    private static final Map<String, CountDownLatch> SILENT = new ConcurrentHashMap<>();
    private static final List<String> QUESTIONS = new CopyOnWriteArrayList<>();

    private SummaryEndpoint() {}

    /**
     * Starts it; it listens until the JVM ends.
     *
     * @return its port
     */
    static int start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "summary endpoint");
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/v1/chat/completions", SummaryEndpoint::answer);
            server.start();
            return server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sets the answer for a chat.
     *
     * @param word that occurs in this chat and in no other
     * @param answer of the model, or {@link #FAILS}
     */
    public static void says(String word, String answer) {
        ANSWERS.put(word, answer);
    }

    /**
     * Removes an answer set by {@link #says}. A failure that stays would be tried again every minute and in the end suspend the endpoint
     * while another test runs.
     *
     * @param word of a chat
     */
    public static void forget(String word) {
        ANSWERS.remove(word);
    }

    /**
     * Leaves requests about a chat unanswered.
     *
     * @param word that occurs in this chat and in no other
     * @return answers are sent again once this is closed
     */
    public static AutoCloseable silent(String word) {
        CountDownLatch latch = new CountDownLatch(1);
        SILENT.put(word, latch);
        return () -> {
            SILENT.remove(word);
            latch.countDown();
        };
    }

    /** @return the data of all requests about chats that contain the word */
    public static List<JsonObject> questions(String word) {
        return QUESTIONS.stream().filter(data -> data.contains(word)).map(data -> Json.createReader(new StringReader(data)).readObject())
            .toList();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonObject question = Json.createReader(exchange.getRequestBody()).readObject();
            String data = question.getJsonArray("messages").getJsonObject(1).getString("content");
            QUESTIONS.add(data);
            String answer = ANSWERS.entrySet().stream().filter(e -> data.contains(e.getKey())).map(Map.Entry::getValue).findFirst()
                .orElse(NOTHING);
            for (Map.Entry<String, CountDownLatch> silent : SILENT.entrySet()) {
                if (data.contains(silent.getKey())) {
                    silent.getValue().await();
                }
            }
            boolean mine = ("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && question.getString("model").equals(MODEL);
            byte[] body = completion(answer).getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(!mine ? 401 : answer.equals(FAILS) ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String completion(String content) {
        return Json.createObjectBuilder().add("id", "c1").add("object", "chat.completion").add("created", 1).add("model", MODEL)
            .add("choices", Json.createArrayBuilder().add(Json.createObjectBuilder().add("index", 0).add("finish_reason", "stop")
                .add("message", Json.createObjectBuilder().add("role", "assistant").add("content", content))))
            .build().toString();
    }
}
