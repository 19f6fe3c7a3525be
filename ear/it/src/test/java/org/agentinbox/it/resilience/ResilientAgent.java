package org.agentinbox.it.resilience;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** An agent whose client reconnects by itself with the cookie of one sign-in. It is available and accepts every offer. */
final class ResilientAgent extends ResilientClient {

    private final String cookie;
    private volatile boolean available;

    ResilientAgent(Installation installation, String userName) {
        super(installation, userName);
        this.cookie = People.signIn(installation, userName, "demo");
    }

    @Override
    String side() {
        return "AGENT";
    }

    @Override
    String cookie() {
        return cookie;
    }

    @Override
    JsonObjectBuilder hello() {
        return SocketClient.frame("hello");
    }

    @Override
    void welcome(JsonObject frame) {
        Set<String> told = new HashSet<>();
        frame.getJsonArray("conversations").forEach(one -> {
            JsonObject conversation = one.asJsonObject();
            told.add(conversation.getString("id"));
            chatOf(conversation.getString("id")).online(conversation.getInt("lastSeq"));
        });
        require(told.containsAll(known()), "chats are gone: " + frame);
        frame.getJsonArray("offers").forEach(offer -> accept(offer.asJsonObject()));
        if (!available) {
            send(SocketClient.frame("availability.set").add("available", true));
        }
    }

    @Override
    void other(JsonObject frame) {
        switch (frame.getString("type")) {
            case "availability" -> available = frame.getBoolean("available");
            case "offer" -> accept(frame);
            case "conversation" -> chatOf(frame.getString("id")).online(frame.getInt("lastSeq"));
            case "chat.ended" -> require(false, "a chat is over: " + frame);
            default -> {
                // The other frames do not matter here.
            }
        }
    }

    private void accept(JsonObject offer) {
        send(SocketClient.frame("offer.accept").add("offerId", offer.getString("offerId")));
    }

    /** About 2 s, as in the inbox. */
    @Override
    long retryMillis(int refusals) {
        return ThreadLocalRandom.current().nextLong(1_500, 2_500);
    }

    @Override
    long syncPatienceMillis() {
        return 6_000;
    }

    @Override
    boolean sendsOnlyWhenWhole() {
        return false;
    }

    @Override
    JsonObjectBuilder inConversation(JsonObjectBuilder frame, String conversation) {
        return frame.add("conversationId", conversation);
    }

    boolean isAvailable() {
        return available;
    }
}
