package org.agentinbox.it.resilience;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.it.support.SocketClient;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * One conversation as a client knows it that follows the rules for clients. A message is shown only if its number is the next one. A higher
 * number means a gap, and the client asks for what is missing. A written message stays pending until its acknowledgement or the message
 * itself comes back. Messages are sent one at a time, in order, always with the same client id. For use by one thread.
 */
final class ClientChat {

    private static final long ANSWER_MILLIS = 15_000;
    private static final long STALLED_MILLIS = 1_000;

    /** A message as it was shown. Clients know the client ids of their own messages only, so it is null for those of others. */
    record Line(int seq, String author, String text, String clientId) {}

    /**
     * What the client knows of the conversation at one moment.
     *
     * @param shown all messages shown, oldest first
     * @param written all texts ever written here by client id, in order
     * @param acknowledged the acknowledged messages' numbers by client id
     */
    record Transcript(List<Line> shown, Map<String, String> written, Map<String, Integer> acknowledged) {}

    private static final class Pending {
        private final String clientId = UUID.randomUUID().toString();
        private final String text;
        private final long writtenAt = System.nanoTime();
        private int sends;
        private int refusals;

        private Pending(String text) {
            this.text = text;
        }
    }

    private final String id;
    private final ResilientClient client;
    private final List<Line> shown = new ArrayList<>();
    private final Map<String, Pending> pending = new LinkedHashMap<>();
    private final Map<String, String> written = new LinkedHashMap<>();
    private final Map<String, Integer> acknowledged = new HashMap<>();
    private int wanted;
    private int highestAcknowledged;
    private String inFlight;
    private boolean resting;
    private String question;
    private int questionRefusals;
    private boolean again;

    ClientChat(String id, ResilientClient client) {
        this.id = id;
        this.client = client;
    }

    Transcript transcript() {
        return new Transcript(List.copyOf(shown), new LinkedHashMap<>(written), Map.copyOf(acknowledged));
    }

    int unsettled() {
        return pending.size();
    }

    void write(String text) {
        Pending entry = new Pending(text);
        pending.put(entry.clientId, entry);
        written.put(entry.clientId, text);
        pump();
    }

    private void pump() {
        boolean held = inFlight != null || resting || client.sendsOnlyWhenWhole() && question != null;
        if (held || pending.isEmpty() || !client.isWelcomed()) {
            return;
        }
        Pending next = pending.values().iterator().next();
        next.sends++;
        inFlight = next.clientId;
        client.later(ANSWER_MILLIS, () -> unanswered(next.clientId));
        client.send(client.inConversation(SocketClient.frame("message.send"), id).add("clientId", next.clientId).add("text", next.text));
        client.sentMessage();
    }

    private void unanswered(String clientId) {
        if (clientId.equals(inFlight)) {
            client.report("no answer to a message within 15 s");
            inFlight = null;
            client.restart();
        }
    }

    /** Handles the acknowledgement of one of its own messages. */
    void acknowledged(JsonObject frame) {
        String clientId = frame.getString("clientId");
        int seq = frame.getInt("seq");
        Integer before = acknowledged.put(clientId, seq);
        client.require(before == null || before == seq, "acknowledged twice with different numbers: " + before + " and " + seq);
        client.require(written.containsKey(clientId), "an acknowledgement of what was never written: " + frame);
        highestAcknowledged = Math.max(highestAcknowledged, seq);
        client.acknowledgedOne();
        settle(clientId);
        take(new Line(seq, client.side(), written.get(clientId), clientId));
        fillGap();
        pump();
    }

    void pushed(JsonObject message) {
        take(line(message));
        fillGap();
        pump();
    }

    void synced(JsonObject frame) {
        question = null;
        questionRefusals = 0;
        int before = shown.size();
        frame.getJsonArray("messages").forEach(message -> take(line(message.asJsonObject())));
        wanted = Math.max(wanted, frame.getInt("lastSeq"));
        client.require(List.of("WAITING", "ACTIVE").contains(frame.getString("state")), "the chat is over: " + frame.getString("state"));
        if (again || shown.size() > before) {
            again = false;
            fillGap();
        } else if (isBehind()) {
            client.later(STALLED_MILLIS, this::fillGap);
        }
        pump();
    }

    private static Line line(JsonObject message) {
        return new Line(message.getInt("seq"), message.getJsonObject("author").getString("kind"), message.getString("text"),
            message.getString("clientId", null));
    }

    private void take(Line line) {
        wanted = Math.max(wanted, line.seq());
        if (line.clientId() != null && settle(line.clientId())) {
            client.settledByMessage();
        }
        if (line.seq() == shown.size() + 1) {
            shown.add(line);
        } else if (line.seq() <= shown.size()) {
            Line before = shown.get(line.seq() - 1);
            client.require(before.text().equals(line.text()), "number " + line.seq() + " was " + before + " and now is " + line);
        }
    }

    private boolean settle(String clientId) {
        Pending entry = pending.remove(clientId);
        if (entry == null) {
            return false;
        }
        client.settled(entry.sends, System.nanoTime() - entry.writtenAt);
        if (clientId.equals(inFlight)) {
            inFlight = null;
        }
        return true;
    }

    private boolean isBehind() {
        return shown.size() < wanted;
    }

    private void fillGap() {
        if (isBehind()) {
            ask();
        }
    }

    private void ask() {
        if (question != null) {
            again = true;
        } else if (client.isWelcomed()) {
            String asked = UUID.randomUUID().toString();
            question = asked;
            client.later(client.syncPatienceMillis(), () -> notToldWhatIsMissing(asked));
            JsonObjectBuilder sync = SocketClient.frame("sync").add("clientId", asked).add("conversationId", id);
            client.send(sync.add("afterSeq", shown.size()));
        }
    }

    private void notToldWhatIsMissing(String asked) {
        if (asked.equals(question)) {
            question = null;
            ask();
        }
    }

    /** Handles an error frame, which may be about another conversation. */
    void refused(JsonObject error) {
        String clientId = error.getString("clientId", "");
        if (clientId.equals(question)) {
            client.later(client.retryMillis(++questionRefusals), () -> notToldWhatIsMissing(clientId));
        } else if (clientId.equals(inFlight)) {
            inFlight = null;
            resting = true;
            client.later(client.retryMillis(++pending.get(clientId).refusals), () -> {
                resting = false;
                pump();
            });
        }
    }

    /** Handles a new connection: nothing that was sent on the old one is still in flight. */
    void online(int lastSeq) {
        client.require(lastSeq >= highestAcknowledged, "acknowledged up to " + highestAcknowledged + ", but the server has " + lastSeq);
        client.require(lastSeq >= shown.size(), "shown up to " + shown.size() + ", but the server has " + lastSeq);
        wanted = Math.max(wanted, lastSeq);
        fillGap();
        pump();
    }

    void offline() {
        inFlight = null;
        resting = false;
        question = null;
        again = false;
    }
}
