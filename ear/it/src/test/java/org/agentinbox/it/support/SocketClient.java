package org.agentinbox.it.support;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;

/** A WebSocket client that keeps all frames in order. {@link #await} takes frames one by one, starting after the last one taken. */
public final class SocketClient implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<JsonObject> frames = new ArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final Watcher watcher;
    private final Map<String, Consumer<JsonObject>> reactions = new ConcurrentHashMap<>();
    private WebSocket socket;
    private int taken;

    private SocketClient(Watcher watcher) {
        this.watcher = watcher;
    }

    /** Is called about everything that happens to a socket, on threads of its own. The socket then keeps no frames. */
    public interface Watcher {

        /** Called for each frame, pings included. */
        void frame(JsonObject frame);

        /** Called when the connection is closed or lost. */
        void gone(int code);
    }

    /**
     * @param installation to connect to
     * @param path {@code ws/visitor} or {@code ws/agent}
     * @param origin the Origin header, or null for none
     * @param cookie the Cookie header, or null for none
     * @return the open socket
     * @throws CompletionException where the handshake is refused
     */
    public static SocketClient connect(Installation installation, String path, String origin, String cookie) {
        return connect(installation, path, origin, cookie, null);
    }

    /** @return the open socket, which reports everything to a watcher and keeps no frames */
    public static SocketClient connect(Installation installation, String path, String origin, String cookie, Watcher watcher) {
        SocketClient client = new SocketClient(watcher);
        Optional.ofNullable(watcher).ifPresent(w -> client.closed.thenAccept(w::gone));
        WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(PATIENCE);
        Optional.ofNullable(origin).ifPresent(o -> builder.header("Origin", o));
        Optional.ofNullable(cookie).ifPresent(c -> builder.header("Cookie", c));
        URI uri = URI.create(installation.address().resolve(path).toString().replaceFirst("^http", "ws"));
        client.socket = builder.buildAsync(uri, client).join();
        return client;
    }

    /** @return the status with which the handshake is refused; 101 where it is accepted */
    public static int status(Installation installation, String path, String origin, String cookie) {
        try {
            connect(installation, path, origin, cookie).close();
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    /** @return a visitor's socket on which no hello was sent */
    public static SocketClient visitor(Installation installation) {
        return connect(installation, "ws/visitor", installation.origin(), null);
    }

    /** @return an agent's socket on which no hello was sent */
    public static SocketClient agent(Installation installation, String cookie) {
        return connect(installation, "ws/agent", installation.origin(), cookie);
    }

    /** @return a frame to add members to */
    public static JsonObjectBuilder frame(String type) {
        return Json.createObjectBuilder().add("type", type);
    }

    /** @return a frame with a new clientId, to add members to */
    public static JsonObjectBuilder act(String type) {
        return frame(type).add("clientId", UUID.randomUUID().toString());
    }

    /** @return this */
    public SocketClient send(JsonObjectBuilder frame) {
        return sendText(frame.build().toString());
    }

    /**
     * Sends any text. Threads take turns, since a socket has one message on its way at a time.
     *
     * @return this
     */
    public synchronized SocketClient sendText(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    /**
     * Sends a binary frame.
     *
     * @return this
     */
    public SocketClient sendBinary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        return this;
    }

    /**
     * Reacts to each frame of a type, on the thread that receives. The reaction must not block.
     *
     * @return this
     */
    public SocketClient onFrame(String type, Consumer<JsonObject> reaction) {
        reactions.put(type, reaction);
        return this;
    }

    /** @return the next error; fails where it has another code */
    public JsonObject awaitError(String code) {
        JsonObject error = await("error");
        if (!error.getString("code").equals(code)) {
            throw new AssertionError("Not " + code + ": " + error);
        }
        return error;
    }

    /** @return the next frame of a type, skipping other frames before it */
    public JsonObject await(String type) {
        return await(type, frame -> true);
    }

    /** @return the next frame of a type that meets the condition, skipping other frames before it */
    public JsonObject await(String type, Predicate<JsonObject> condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (frames) {
            while (true) {
                while (taken < frames.size()) {
                    JsonObject frame = frames.get(taken++);
                    if (frame.getString("type").equals(type) && condition.test(frame)) {
                        return frame;
                    }
                }
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("No frame " + type + " among " + frames);
                }
                waitForFrames(left);
            }
        }
    }

    private void waitForFrames(long millis) {
        try {
            frames.wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** @return all frames so far, except pings */
    public List<JsonObject> all() {
        synchronized (frames) {
            return List.copyOf(frames);
        }
    }

    /** @return all frames of a type so far */
    public List<JsonObject> all(String type) {
        return all().stream().filter(frame -> frame.getString("type").equals(type)).toList();
    }

    /** @return the close code that the server sent */
    public int awaitClose() {
        try {
            return closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("The socket was not closed", e);
        }
    }

    /** @return whether it is open */
    public boolean isOpen() {
        return !closed.isDone();
    }

    /** Closes the connection as a browser does when the page is left. */
    public void goodbye() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        awaitClose();
    }

    /** Cuts the connection without a close frame, as a lost network would. */
    public void cut() {
        socket.abort();
        closed.complete(1006);
    }

    @Override
    public void close() {
        if (isOpen()) {
            socket.abort();
            closed.complete(1006);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            take(partial.toString());
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    private void take(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject frame = reader.readObject();
            if (watcher != null) {
                watcher.frame(frame);
            } else if (!"ping".equals(frame.getString("type"))) {
                synchronized (frames) {
                    frames.add(frame);
                    frames.notifyAll();
                }
                Optional.ofNullable(reactions.get(frame.getString("type"))).ifPresent(r -> r.accept(frame));
            }
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.complete(1006);
    }
}
