package org.agentinbox.it.resilience;

import java.util.UUID;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.SocketClient;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** A visitor whose client reconnects by itself. It requests a chat as soon as it is welcomed. */
final class ResilientVisitor extends ResilientClient {

    private final String request = UUID.randomUUID().toString();
    private volatile String token;
    private volatile String conversationId;
    private volatile boolean connected;

    ResilientVisitor(Installation installation, String name) {
        super(installation, name);
    }

    @Override
    String side() {
        return "VISITOR";
    }

    @Override
    String cookie() {
        return null;
    }

    @Override
    JsonObjectBuilder hello() {
        JsonObjectBuilder hello = SocketClient.frame("hello").add("locale", "en").add("timeZone", "UTC")
            .add("page", "https://www.customer.example/");
        return token == null ? hello : hello.add("token", token);
    }

    @Override
    void welcome(JsonObject frame) {
        require(token == null || token.equals(frame.getString("token")), "greeted as somebody else");
        token = frame.getString("token");
        JsonObject open = frame.getJsonObject("conversation");
        require(conversationId == null || open != null && open.getString("id").equals(conversationId), "the chat is gone: " + frame);
        if (conversationId == null) {
            send(SocketClient.frame("identify").add("name", name()));
            send(SocketClient.frame("chat.request").add("clientId", request));
        } else if (open != null) {
            chatOf(conversationId).online(open.getInt("lastSeq"));
        }
    }

    @Override
    void other(JsonObject frame) {
        switch (frame.getString("type")) {
            case "chat.requested" -> {
                conversationId = frame.getString("conversationId");
                chatOf(conversationId);
            }
            case "chat.connected" -> connected = true;
            case "chat.fallback", "chat.ended" -> require(false, "no chat any more: " + frame);
            default -> {
                // The other frames do not matter here.
            }
        }
    }

    /** The delay grows with each refusal, as in the widget. */
    @Override
    long retryMillis(int refusals) {
        return backOff(refusals);
    }

    @Override
    long syncPatienceMillis() {
        return 15_000;
    }

    @Override
    boolean sendsOnlyWhenWhole() {
        return true;
    }

    @Override
    JsonObjectBuilder inConversation(JsonObjectBuilder frame, String conversation) {
        return frame;
    }

    String token() {
        return token;
    }

    /** Returns the id of the chat, null until it exists. */
    String conversationId() {
        return conversationId;
    }

    boolean isConnected() {
        return connected;
    }
}
