package org.agentinbox.it.supervision;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.agentinbox.it.support.SocketClient;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * Somebody who writes into a conversation without pause, whether they may at that moment or not, and keeps what came of each message and
 * what they were told. Whoever only reads is one, too.
 */
final class Writer {

    private static final Set<String> WORTH_A_RETRY = Set.of("TOO_FAST", "UNAVAILABLE", "INTERNAL");

    private final String name;
    private final UUID accountOrNull;
    private final SocketClient socket;
    private final ScheduledExecutorService clock;
    private final Random random;
    private final Map<String, CompletableFuture<JsonObject>> asked = new ConcurrentHashMap<>();
    private final Map<String, String> written = new ConcurrentHashMap<>();
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private final Map<Integer, String> told = new ConcurrentHashMap<>();
    private final Collection<String> complaints = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean writing = new AtomicBoolean();
    private final AtomicInteger number = new AtomicInteger();
    private final CompletableFuture<Void> finished = new CompletableFuture<>();

    /** @param accountOrNull null for the visitor */
    Writer(String name, UUID accountOrNull, SocketClient socket, ScheduledExecutorService clock, long seed) {
        this.name = name;
        this.accountOrNull = accountOrNull;
        this.socket = socket;
        this.clock = clock;
        this.random = new Random(seed);
        socket.onFrame("message", frame -> heard(frame.getInt("seq"), frame.getString("text")));
        List.of("message.ack", "conversation", "error", "chat.ended").forEach(type -> socket.onFrame(type, this::answered));
    }

    String name() {
        return name;
    }

    UUID accountOrNull() {
        return accountOrNull;
    }

    SocketClient socket() {
        return socket;
    }

    /** The texts of the acknowledged messages by their client ids. */
    Map<String, String> stored() {
        return acknowledged.keySet().stream().collect(Collectors.toMap(id -> id, written::get));
    }

    /** The numbers of the acknowledged messages by their client ids. */
    Map<String, Integer> acknowledged() {
        return acknowledged;
    }

    /** The texts of the messages that the server refused for good. */
    List<String> refused() {
        return refused.keySet().stream().map(written::get).toList();
    }

    /** The texts by their numbers, as frames brought them and acknowledgements numbered them. */
    Map<Integer, String> told() {
        return told;
    }

    Collection<String> complaints() {
        return complaints;
    }

    /** Sends a frame with a client id; the answer is the frame with the same one. */
    CompletableFuture<JsonObject> ask(JsonObjectBuilder builder) {
        JsonObject frame = builder.build();
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        asked.put(frame.getString("clientId"), answer);
        socket.sendText(frame.toString());
        return answer;
    }

    /** Writes until {@link #stop}, the next message soon after the one before is answered, since the server limits how fast. */
    void start(String conversationIdOrNull) {
        writing.set(true);
        clock.execute(() -> write(conversationIdOrNull, UUID.randomUUID().toString()));
    }

    /** Waits for the answer to what is written last. */
    void stop() {
        writing.set(false);
        finished.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private void write(String conversationIdOrNull, String clientId) {
        String text = written.computeIfAbsent(clientId, id -> name + " #" + number.incrementAndGet());
        JsonObjectBuilder frame = SocketClient.frame("message.send").add("clientId", clientId).add("text", text);
        ask(conversationIdOrNull == null ? frame : frame.add("conversationId", conversationIdOrNull)).thenAcceptAsync(answer -> {
            if (isWorthARetry(answer)) {
                soon(() -> write(conversationIdOrNull, clientId));
                return;
            }
            settle(clientId, answer);
            if (writing.get()) {
                soon(() -> write(conversationIdOrNull, UUID.randomUUID().toString()));
            } else {
                finished.complete(null);
            }
        }, clock);
    }

    private void soon(Runnable task) {
        clock.schedule(task, random.nextInt(30, 80), TimeUnit.MILLISECONDS);
    }

    private boolean isWorthARetry(JsonObject answer) {
        boolean retry = answer.getString("type").equals("error") && WORTH_A_RETRY.contains(answer.getString("code"));
        if (retry && !answer.getString("code").equals("TOO_FAST")) {
            complaints.add(name + ": " + answer);
        }
        return retry;
    }

    private void settle(String clientId, JsonObject answer) {
        if (answer.getString("type").equals("error")) {
            refused.put(clientId, answer.getString("code"));
        } else {
            acknowledged.put(clientId, answer.getInt("seq"));
            heard(answer.getInt("seq"), written.get(clientId));
        }
    }

    private void answered(JsonObject frame) {
        CompletableFuture<JsonObject> answer = asked.remove(frame.getString("clientId", ""));
        if (answer != null) {
            answer.complete(frame);
        }
    }

    private void heard(int seq, String text) {
        String before = told.put(seq, text);
        if (before != null) {
            complaints.add(name + " was told number " + seq + " twice: " + before + ", " + text);
        }
    }
}
