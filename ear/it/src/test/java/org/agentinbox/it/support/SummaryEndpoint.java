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
 * The OpenAI-compatible endpoint of the shared installation. It finds nothing to say, so that the built-in summaries stay, but of chats in
 * which a word
 * is that a test has named.
 */
public final class SummaryEndpoint {

    /** What it is set as. */
    public static final String MODEL = "stub-1";
    /** What it is asked with. */
    public static final String KEY = "sk-of-the-tests";
    /** Tells it to answer with an error. */
    public static final String FAILS = "";
    private static final String NOTHING = "{\"statements\":[]}";
    private static final Map<String, String> ANSWERS = new ConcurrentHashMap<>();
    private static final Map<String, CountDownLatch> SILENT = new ConcurrentHashMap<>();
    private static final List<String> QUESTIONS = new CopyOnWriteArrayList<>();

    private SummaryEndpoint() {}

    /**
     * Listens until the JVM ends.
     *
     * @return at which port
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
     * Says from now on what of a chat.
     *
     * @param word that is in the chat and in no other
     * @param answer of the model, or {@link #FAILS}
     */
    public static void says(String word, String answer) {
        ANSWERS.put(word, answer);
    }

    /**
     * Ends what was said by {@link #says}: a failure that stays is tried again every minute, until the endpoint is left alone, in whichever
     * test comes then.
     *
     * @param word of a chat
     */
    public static void forget(String word) {
        ANSWERS.remove(word);
    }

    /**
     * Does not answer about a chat.
     *
     * @param word that is in the chat and in no other
     * @return until this is closed
     */
    public static AutoCloseable silent(String word) {
        CountDownLatch latch = new CountDownLatch(1);
        SILENT.put(word, latch);
        return () -> {
            SILENT.remove(word);
            latch.countDown();
        };
    }

    /** @return the data of all questions about a chat in which a word is */
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
