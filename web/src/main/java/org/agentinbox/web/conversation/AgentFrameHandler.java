package org.agentinbox.web.conversation;

import java.util.Map;
import java.util.function.BiConsumer;

import org.agentinbox.web.platform.JsonMessage;

/** Answers what an agent's inbox sends about one thing. A bean of this type is all that a new type of frame needs. */
interface AgentFrameHandler {

    /**
     * @return by the type of the frame, what to do with it. It runs with the agent's rights, after hello; what it throws becomes the error
     *     that the client gets ({@link ClientSocket})
     */
    Map<String, BiConsumer<AgentSocket, JsonMessage>> byType();
}
