package org.agentinbox.web.conversation;

import java.util.Map;
import java.util.function.BiConsumer;

import org.agentinbox.routing.OfferService;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/** Frames with which an agent answers an offer. */
@ApplicationScoped
class OfferFrameHandler implements AgentFrameHandler {

    @EJB
    private OfferService offers;

    @Override
    public Map<String, BiConsumer<AgentSocket, JsonMessage>> byType() {
        return Map.of(
            "offer.accept", (socket, frame) -> socket.sender().answer(SocketFrames.conversationFrame(offers.accept(frame.id("offerId")))),
            "offer.decline", (socket, frame) -> offers.decline(frame.id("offerId")));
    }
}
