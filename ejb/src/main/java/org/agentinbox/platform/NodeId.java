package org.agentinbox.platform;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/** Identifies this run of this server, so that rows of earlier runs can be told from those of running nodes. */
@ApplicationScoped
public class NodeId {

    private final UUID value = UUID.randomUUID();

    /** @return the id, the same from start to stop */
    public UUID value() {
        return value;
    }
}
