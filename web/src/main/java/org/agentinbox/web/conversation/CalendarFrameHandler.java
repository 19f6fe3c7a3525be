package org.agentinbox.web.conversation;

import java.util.Map;
import java.util.function.BiConsumer;

import org.agentinbox.meeting.CalendarService;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/** A calendar that is shared in a chat. */
@ApplicationScoped
class CalendarFrameHandler implements AgentFrameHandler {

    @EJB
    private CalendarService calendars;

    @Override
    public Map<String, BiConsumer<AgentSocket, JsonMessage>> byType() {
        return Map.of("calendar.share", (socket, frame) -> socket.sender().answer(SocketFrames.ack(
            calendars.share(frame.id("conversationId"), frame.id("agentId"), frame.id("clientId")))));
    }
}
