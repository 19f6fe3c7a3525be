package org.agentinbox.web.conversation;

import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.agentinbox.conversation.AgentWrapUps;
import org.agentinbox.web.platform.JsonMessage;
import org.agentinbox.conversation.wrapup.WrapUpWish;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/** Frames with which an agent says what came of a chat. */
@ApplicationScoped
class WrapUpFrameHandler implements AgentFrameHandler {

    @EJB
    private AgentWrapUps wrapUps;

    @Override
    public Map<String, BiConsumer<AgentSocket, JsonMessage>> byType() {
        return Map.of("wrap-up.set", this::set);
    }

    private void set(AgentSocket socket, JsonMessage frame) {
        UUID conversationId = frame.id("conversationId");
        WrapUpWish wish = new WrapUpWish(frame.optionalId("outcomeId").orElse(null), frame.ids("tagIds"));
        JsonMessage.Builder answer = WrapUpFrames.changed(conversationId, wrapUps.set(conversationId, wish));
        frame.copyTexts(answer, "clientId");
        socket.sender().answer(answer.toString());
    }
}
