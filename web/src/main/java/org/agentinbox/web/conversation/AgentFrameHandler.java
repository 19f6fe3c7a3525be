package org.agentinbox.web.conversation;

import java.util.Map;
import java.util.function.BiConsumer;

import org.agentinbox.web.platform.JsonMessage;

/** Answers the frames of agents' inboxes about one subject. To add a type of frame, add a bean of this type. */
interface AgentFrameHandler {

    /**
     * @return what to do with a frame, by its type. It runs with the agent's permissions, after hello; an exception becomes the error that
     * the client gets ({@link ClientSocket})
     */
    Map<String, BiConsumer<AgentSocket, JsonMessage>> byType();
}
