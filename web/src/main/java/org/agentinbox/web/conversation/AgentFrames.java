package org.agentinbox.web.conversation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.agentinbox.web.platform.JsonMessage;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** The handlers of all types of frames that agents' inboxes send, except hello. */
@ApplicationScoped
class AgentFrames {

    @Inject
    private Instance<AgentFrameHandler> handlers;
    private final Map<String, BiConsumer<AgentSocket, JsonMessage>> byType = new HashMap<>();

    @PostConstruct
    void collect() {
        handlers.forEach(handler -> handler.byType().forEach((type, task) -> {
            if (byType.put(type, task) != null) {
                throw new IllegalStateException("Two beans answer " + type);
            }
        }));
    }

    /** @return the handler of this type; empty where there is none */
    Optional<BiConsumer<AgentSocket, JsonMessage>> of(String type) {
        return Optional.ofNullable(byType.get(type));
    }
}
