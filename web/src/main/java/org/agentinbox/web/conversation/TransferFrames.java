package org.agentinbox.web.conversation;

import java.util.UUID;

import org.agentinbox.routing.TransferCandidate;
import org.agentinbox.routing.TransferView;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.json.JsonObject;

/** Frames about transfers, for the agent who began them. */
final class TransferFrames {

    private TransferFrames() {}

    static String transfer(TransferView transfer) {
        return body(JsonMessage.of("transfer"), transfer).toString();
    }

    static String answer(TransferView transfer, UUID clientId) {
        return body(JsonMessage.of("transfer").with("clientId", clientId), transfer).toString();
    }

    static JsonObject object(TransferView transfer) {
        return body(JsonMessage.object(), transfer).build();
    }

    private static JsonMessage.Builder body(JsonMessage.Builder json, TransferView t) {
        return json.with("offerId", t.offerId()).with("conversationId", t.conversationId())
            .with("agent", JsonMessage.object().with("id", t.to().id()).with("name", t.to().name()).build())
            .with("state", t.state()).with("expiresAt", t.expiresAt());
    }

    static JsonObject candidate(TransferCandidate one) {
        return JsonMessage.object().with("agent", SocketFrames.agent(one.agent())).with("verdict", one.verdict()).with("chats", one.chats())
            .with("most", one.most()).build();
    }
}
