package org.agentinbox.web.conversation;

import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.agentinbox.routing.TransferService;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/** Frames with which an agent begins or cancels a transfer. */
@ApplicationScoped
class TransferFrameHandler implements AgentFrameHandler {

    @EJB
    private TransferService transfers;

    @Override
    public Map<String, BiConsumer<AgentSocket, JsonMessage>> byType() {
        return Map.of("transfer.start", this::start,
            "transfer.cancel", (socket, frame) -> socket.sender().answer(TransferFrames.transfer(transfers.cancel(frame.id("offerId")))));
    }

    private void start(AgentSocket socket, JsonMessage frame) {
        UUID clientId = frame.id("clientId");
        socket.sender().answer(TransferFrames.answer(
            transfers.start(frame.id("conversationId"), clientId, frame.id("agentId"), frame.text("note")), clientId));
    }
}
