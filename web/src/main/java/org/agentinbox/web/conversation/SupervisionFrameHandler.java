package org.agentinbox.web.conversation;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.agentinbox.conversation.ConversationView;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.supervision.SupervisionService;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/** Frames with which leads and sales admins watch chats of others, take them over and assign them. */
@ApplicationScoped
class SupervisionFrameHandler implements AgentFrameHandler {

    @EJB
    private SupervisionService supervision;

    @Override
    public Map<String, BiConsumer<AgentSocket, JsonMessage>> byType() {
        return Map.of("watch", this::watch, "chat.take", this::take, "chat.assign", this::assign);
    }

    private void watch(AgentSocket socket, JsonMessage frame) {
        UUID conversationId = frame.id("conversationId");
        if (frame.flag("on")) {
            socket.opens(conversationId);
            ConversationView view = supervision.watch(conversationId, socket.connectionId());
            // Only now: a window that is marked without a stored watch would be told that its watch has ended.
            socket.watches(conversationId, true);
            socket.sender().answer(SupervisionFrames.answer(view, null));
        } else {
            socket.watches(conversationId, false);
            supervision.unwatch(conversationId, socket.connectionId());
            socket.sender().answer(SupervisionFrames.watchEnded(conversationId));
        }
    }

    private void take(AgentSocket socket, JsonMessage frame) {
        UUID clientId = frame.id("clientId");
        socket.sender().answer(SupervisionFrames.answer(
            supervision.take(frame.id("conversationId"), clientId, frame.optionalId("fromAgentId").orElse(null)), clientId));
    }

    private void assign(AgentSocket socket, JsonMessage frame) {
        UUID conversationId = frame.id("conversationId");
        UUID clientId = frame.id("clientId");
        UUID from = frame.optionalId("fromAgentId").orElse(null);
        Optional<UUID> team = frame.optionalId("teamId");
        Optional<UUID> agent = frame.optionalId("agentId");
        if (team.isPresent() == agent.isPresent()) {
            throw RefusedException.ofField("agentId", "an agent, or a teamId");
        }
        ConversationView moved = team.isPresent() ? supervision.assignToTeam(conversationId, clientId, from, team.get())
            : supervision.assign(conversationId, clientId, from, agent.get());
        socket.sender().answer(SupervisionFrames.answer(moved, clientId));
    }
}
