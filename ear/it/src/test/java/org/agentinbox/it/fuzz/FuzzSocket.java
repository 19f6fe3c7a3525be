package org.agentinbox.it.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.SocketClient;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** A socket that waits after each text until the server is done with it. */
final class FuzzSocket implements SocketClient.Watcher, AutoCloseable {

    private static final JsonObject GONE = JsonValue.EMPTY_JSON_OBJECT;
    /** Pings come all the time, so it is for all frames together. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final BlockingQueue<JsonObject> came = new LinkedBlockingQueue<>();
    private final String path;
    private SocketClient socket;
    private boolean gone;
    private int fences;

    private FuzzSocket(String path) {
        this.path = path;
    }

    static FuzzSocket open(Installation installation, String path, String cookie) {
        FuzzSocket made = new FuzzSocket(path);
        made.socket = SocketClient.connect(installation, path, installation.origin(), cookie, made);
        return made;
    }

    @Override
    public void frame(JsonObject frame) {
        came.add(frame);
    }

    @Override
    public void gone(int code) {
        came.add(GONE);
    }

    boolean isGone() {
        return gone;
    }

    /** Sends a frame that is right. */
    FuzzSocket say(String text) {
        send(text, false);
        return this;
    }

    private void send(String text, boolean binary) {
        try {
            if (binary) {
                socket.sendBinary(text.getBytes(StandardCharsets.UTF_8));
            } else {
                socket.sendText(text);
            }
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof IOException)) {
                throw e;
            }
            // The server has closed it, which the queue tells.
        }
    }

    /** @return the next frame of one of some types, others are skipped */
    JsonObject await(String... types) {
        return await(frame -> List.of(types).contains(frame.getString("type")), String.join(" or ", types));
    }

    /** @return the next frame that meets the condition, others are skipped */
    JsonObject await(Predicate<JsonObject> condition, String what) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonObject frame = next(deadline, what);
            if (gone) {
                throw new AssertionError(path + " was closed before " + what);
            }
            if (condition.test(frame)) {
                return frame;
            }
        }
    }

    private JsonObject next(long deadline, String what) {
        try {
            JsonObject frame = came.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (frame == null) {
                throw new AssertionError(path + " does not send " + what);
            }
            gone |= frame == GONE;
            return frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** @return all that came until the server was done with the text, or had closed the socket */
    List<JsonObject> ask(String text, boolean binary) {
        String fence = "fence-" + ++fences;
        send(text, binary);
        // There is no frame of this type: its error comes after all that the text leads to at once.
        send("{\"type\":\"fence\",\"clientId\":\"" + fence + "\"}", false);
        List<JsonObject> frames = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!gone) {
            JsonObject frame = next(deadline, fence);
            if (!gone) {
                if (frame.getString("type").equals("error") && fence.equals(frame.getString("clientId", null))) {
                    break;
                }
                frames.add(frame);
            }
        }
        return frames;
    }

    @Override
    public void close() {
        socket.close();
    }
}
