package org.agentinbox.web.conversation;

import java.util.UUID;

import org.agentinbox.web.platform.JsonMessage;
import org.agentinbox.conversation.wrapup.ChoiceView;
import org.agentinbox.conversation.wrapup.WrapUpView;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** Frames about what came of chats, for agents only. */
final class WrapUpFrames {

    private WrapUpFrames() {}

    static JsonMessage.Builder changed(UUID conversationId, WrapUpView wrapUp) {
        return JsonMessage.of("wrap-up").with("conversationId", conversationId).with("wrapUp", object(wrapUp));
    }

    static JsonObject object(WrapUpView wrapUp) {
        JsonObject by = JsonMessage.object().with("id", wrapUp.by().id()).with("name", wrapUp.by().name()).build();
        return JsonMessage.object().with("outcome", wrapUp.outcome() == null ? JsonValue.NULL : choice(wrapUp.outcome()))
            .with("tags", SocketFrames.array(wrapUp.tags(), WrapUpFrames::choice)).with("by", by).with("at", wrapUp.at()).build();
    }

    static JsonObject choice(ChoiceView choice) {
        return JsonMessage.object().with("id", choice.id()).with("name", choice.is().name()).withIfAny("nameKo", choice.is().nameKo())
            .with("offered", choice.offered()).build();
    }
}
