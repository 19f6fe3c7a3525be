package org.agentinbox.platform;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/** Names this run of this server, so that what an earlier run left behind is told from what is alive. */
@ApplicationScoped
public class NodeId {

    private final UUID value = UUID.randomUUID();

    /** @return the same from start to stop, another after that */
    public UUID value() {
        return value;
    }
}
