package org.agentinbox.it.resilience;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * A client that reconnects by itself and follows the rules for clients as the widget and the inbox do: back-off with jitter, a hello that
 * names the client, requests for gaps, and pending messages sent again under the same id. Like a script in a browser it uses one thread.
 * Where the server breaks the protocol, this is recorded as a complaint.
 */
abstract class ResilientClient implements AutoCloseable {

    static final Set<String> WORTH_A_RETRY = Set.of("TOO_FAST", "UNAVAILABLE", "INTERNAL");
    private static final long[] DELAYS = {500, 1_000, 2_000, 4_000, 8_000, 15_000};
    private static final long WELCOME_MILLIS = 10_000;
    private static final long SILENCE_MILLIS = 45_000;
    private static final int MOST_UNSENT = 30;

    private final String name;
    private final ScheduledExecutorService loop;
    private final Map<String, ClientChat> chats = new LinkedHashMap<>();
    private final Collection<String> complaints = new ConcurrentLinkedQueue<>();
    private final ClientFigures figures = new ClientFigures();
    private volatile Installation installation;
    private Connection connection;
    private boolean welcomed;
    private boolean stopped;
    private boolean typing;
    private boolean cutAfterNextMessage;
    private int attempts;
    private int number;
    private long lostAt;

    /** One connection. Frames on a connection that was given up are ignored. */
    private final class Connection implements SocketClient.Watcher {
        private SocketClient socket;
        private long heardAt = System.nanoTime();

        @Override
        public void frame(JsonObject frame) {
            act(() -> hear(this, frame));
        }

        @Override
        public void gone(int code) {
            act(() -> lost(this, code));
        }
    }

    ResilientClient(Installation installation, String name) {
        this.installation = installation;
        this.name = name;
        this.loop = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, name));
    }

    // ---- the differences between visitor and agent ----

    /** {@code VISITOR} or {@code AGENT}. */
    abstract String side();

    /** Returns the Cookie header, or null. */
    abstract String cookie();

    abstract JsonObjectBuilder hello();

    abstract void welcome(JsonObject frame);

    /** Handles a frame that is about no message. */
    abstract void other(JsonObject frame);

    /** Returns how long to wait before a refused message is sent again. */
    abstract long retryMillis(int refusals);

    abstract long syncPatienceMillis();

    /** Returns whether the client sends nothing while messages are missing. */
    abstract boolean sendsOnlyWhenWhole();

    /** Adds the conversation's id to a frame, for clients that have to send it. */
    abstract JsonObjectBuilder inConversation(JsonObjectBuilder frame, String conversationId);

    // ---- the connection ----

    void start() {
        lostAt = System.nanoTime();
        act(this::connect);
        loop.scheduleWithFixedDelay(this::lookForSilence, 1, 1, TimeUnit.SECONDS);
    }

    private void connect() {
        if (connection != null || stopped) {
            return;
        }
        Connection mine = new Connection();
        connection = mine;
        try {
            mine.socket = SocketClient.connect(installation, "ws/" + side().toLowerCase(), installation.origin(), cookie(), mine);
            send(hello());
            loop.schedule(() -> act(() -> giveUpUnwelcomed(mine)), WELCOME_MILLIS, TimeUnit.MILLISECONDS);
        } catch (CompletionException refused) {
            lost(mine, 1006);
        }
    }

    private void giveUpUnwelcomed(Connection mine) {
        if (mine == connection && !welcomed) {
            restart();
        }
    }

    private void lookForSilence() {
        if (connection != null && System.nanoTime() - connection.heardAt > TimeUnit.MILLISECONDS.toNanos(SILENCE_MILLIS)) {
            complaints.add("45 s of silence on a connection");
            restart();
        }
    }

    private void hear(Connection mine, JsonObject frame) {
        if (mine != connection) {
            return;
        }
        mine.heardAt = System.nanoTime();
        switch (frame.getString("type")) {
            case "ping" -> send(SocketClient.frame("pong"));
            case "welcome" -> welcomed(frame);
            case "message.ack" -> chat(frame).acknowledged(frame);
            case "message" -> chat(frame).pushed(frame);
            case "messages" -> chat(frame).synced(frame);
            case "error" -> refused(frame);
            default -> other(frame);
        }
    }

    private void welcomed(JsonObject frame) {
        welcomed = true;
        attempts = 0;
        figures.reconnected(System.nanoTime() - lostAt);
        lostAt = 0;
        welcome(frame);
    }

    private void refused(JsonObject error) {
        require(WORTH_A_RETRY.contains(error.getString("code")), "refused for good: " + error);
        figures.refused(error.getString("code"));
        if (welcomed) {
            chats.values().forEach(chat -> chat.refused(error));
        } else {
            restart();
        }
    }

    /** Closes the connection and connects again. */
    void restart() {
        if (connection != null && connection.socket != null) {
            connection.socket.cut();
        }
    }

    private void lost(Connection mine, int code) {
        if (mine != connection) {
            return;
        }
        boolean wasWelcomed = welcomed;
        figures.refused("closed " + code);
        connection = null;
        welcomed = false;
        lostAt = lostAt == 0 ? System.nanoTime() : lostAt;
        chats.values().forEach(ClientChat::offline);
        require(code != 1008 && (wasWelcomed || isStillSignedIn()), "signed out");
        if (!stopped) {
            double jitter = 0.5 + ThreadLocalRandom.current().nextDouble();
            long wait = (long) (DELAYS[Math.min(attempts++, DELAYS.length - 1)] * jitter);
            loop.schedule(() -> act(this::connect), wait, TimeUnit.MILLISECONDS);
        }
    }

    /** Asks the server as the inbox does: only the status 401 means that the sign-in has ended. */
    private boolean isStillSignedIn() {
        try {
            HttpResponse<String> me = cookie() == null ? null : People.get(installation, "api/v1/me", cookie());
            return me == null || me.statusCode() != 401;
        } catch (AssertionError unreachable) {
            return true;
        }
    }

    // ---- for chats ----

    boolean isWelcomed() {
        return welcomed;
    }

    void send(JsonObjectBuilder frame) {
        try {
            if (connection != null) {
                connection.socket.send(frame);
            }
        } catch (CompletionException | IllegalStateException broken) {
            restart();
        }
    }

    void sentMessage() {
        if (cutAfterNextMessage) {
            cutAfterNextMessage = false;
            figures.cut();
            restart();
        }
    }

    /** Runs something later, unless the connection has changed by then. */
    void later(long millis, Runnable task) {
        Connection now = connection;
        loop.schedule(() -> act(() -> {
            if (now == connection) {
                task.run();
            }
        }), millis, TimeUnit.MILLISECONDS);
    }

    void acknowledgedOne() {
        figures.acknowledged();
    }

    void settledByMessage() {
        figures.settledByMessage();
    }

    void settled(int sends, long nanos) {
        figures.settled(sends, nanos);
    }

    void report(String oddity) {
        figures.refused(oddity);
    }

    void require(boolean condition, String complaint) {
        if (!condition) {
            complaints.add(name + ": " + complaint);
        }
    }

    private ClientChat chat(JsonObject frame) {
        return chatOf(frame.getString("conversationId"));
    }

    /** Returns the ids of the chats known so far. */
    Set<String> known() {
        return chats.keySet();
    }

    /** Returns the chat with this id, which is known from now on. */
    ClientChat chatOf(String id) {
        return chats.computeIfAbsent(id, unknown -> new ClientChat(id, this));
    }

    // ---- for the test ----

    String name() {
        return name;
    }

    /** From now on, connections lead to another node, as a load balancer would lead them. */
    void leadTo(Installation node) {
        installation = node;
    }

    Installation installation() {
        return installation;
    }

    ClientFigures figures() {
        return figures;
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Returns the transcripts of this client's chats by their ids. */
    Map<String, ClientChat.Transcript> transcripts() {
        return ask(() -> chats.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, chat -> chat.getValue().transcript())));
    }

    /** Starts or stops the writing of about ten messages a second in each chat. */
    void type(boolean on) {
        act(() -> {
            boolean begins = on && !typing;
            typing = on;
            if (begins) {
                typeNext();
            }
        });
    }

    private void typeNext() {
        if (typing) {
            chats.values().stream().filter(chat -> chat.unsettled() < MOST_UNSENT).forEach(chat -> chat.write(nextText()));
            loop.schedule(() -> act(this::typeNext), ThreadLocalRandom.current().nextLong(40, 160), TimeUnit.MILLISECONDS);
        }
    }

    /** The texts are numbered, so that their order shows. Some are long, and all have characters beyond ASCII. */
    private String nextText() {
        number++;
        return name + " #" + number + " 안녕하세요 \uD83D\uDC4B" + (number % 20 == 0 ? " and much more".repeat(300) : "");
    }

    /** Cuts the connection at once, or right after the next message was sent. */
    void cut(boolean afterNextMessage) {
        act(() -> {
            if (afterNextMessage) {
                cutAfterNextMessage = true;
            } else if (connection != null && connection.socket != null) {
                figures.cut();
                restart();
            }
        });
    }

    boolean isSettled() {
        return ask(() -> chats.values().stream().allMatch(chat -> chat.unsettled() == 0));
    }

    private <T> T ask(Callable<T> question) {
        Future<T> answer = loop.submit(question);
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private void act(Runnable task) {
        if (!loop.isShutdown()) {
            loop.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException e) {
                    complaints.add(name + ": " + e);
                }
            });
        }
    }

    @Override
    public void close() {
        ask(() -> {
            stopped = true;
            typing = false;
            restart();
            return null;
        });
        loop.shutdownNow();
    }

    static long backOff(int attempt) {
        return (long) (DELAYS[Math.min(attempt, DELAYS.length - 1)] * (0.5 + ThreadLocalRandom.current().nextDouble()));
    }

    static List<String> allComplaints(Collection<? extends ResilientClient> clients) {
        List<String> all = new ArrayList<>();
        clients.forEach(client -> all.addAll(client.complaints()));
        return all;
    }
}
