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

/** All types of frames that agents' inboxes send, hello apart. */
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

    /** @return what to do with a frame of this type; empty where there is no such type */
    Optional<BiConsumer<AgentSocket, JsonMessage>> of(String type) {
        return Optional.ofNullable(byType.get(type));
    }
}
