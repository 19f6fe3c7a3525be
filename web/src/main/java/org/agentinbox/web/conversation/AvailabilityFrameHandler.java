package org.agentinbox.web.conversation;

import java.util.Map;
import java.util.function.BiConsumer;

import org.agentinbox.availability.AvailabilityService;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/** The switch of an agent's availability. */
@ApplicationScoped
class AvailabilityFrameHandler implements AgentFrameHandler {

    @EJB
    private AvailabilityService availability;

    @Override
    public Map<String, BiConsumer<AgentSocket, JsonMessage>> byType() {
        return Map.of("availability.set", (socket, frame) -> availability.set(frame.flag("available")));
    }
}
