package org.agentinbox.it.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A WebSocket that passes each text on without parsing it, because its work counts in the measured time. */
final class Line implements WebSocket.Listener {

    /** The reading thread passes texts on. Nothing here blocks, and a change of threads would cost more than the rest of the client. */
    private static final HttpClient HTTP = HttpClient.newBuilder().executor(Runnable::run).build();

    private final Consumer<String> receiver;
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;
    private CompletableFuture<WebSocket> sent = CompletableFuture.completedFuture(null);

    private Line(Consumer<String> receiver) {
        this.receiver = receiver;
    }

    static Line connect(URI uri, String origin, String cookie, Consumer<String> receiver) {
        Line line = new Line(receiver);
        WebSocket.Builder builder = HTTP.newWebSocketBuilder().header("Origin", origin);
        if (cookie != null) {
            builder.header("Cookie", cookie);
        }
        line.socket = builder.buildAsync(uri, line).join();
        return line;
    }

    /** Sends one text after the other, since the client refuses a text while an earlier one is being sent. */
    synchronized void send(String text) {
        sent = sent.isDone() ? socket.sendText(text, true) : sent.thenCompose(before -> socket.sendText(text, true));
    }

    /** The server closes a connection from which nothing came for a minute. */
    void ping() {
        socket.sendPing(ByteBuffer.allocate(0));
    }

    void close() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        if (last && partial.isEmpty()) {
            receiver.accept(data.toString());
        } else {
            partial.append(data);
            if (last) {
                receiver.accept(partial.toString());
                partial.setLength(0);
            }
        }
        webSocket.request(1);
        return null;
    }
}
