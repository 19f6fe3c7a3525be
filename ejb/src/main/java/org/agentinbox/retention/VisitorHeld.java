package org.agentinbox.retention;

import java.time.Instant;
import java.util.UUID;

/**
 * A visitor, for whoever answers for their data.
 *
 * @param id never changes
 * @param name or null
 * @param email or null
 * @param seenAt when they were last there
 * @param conversations how many there are
 * @param open whether one of them is under way
 * @param holdReason why nothing may go, or null where it may
 * @param holdBy who said so
 * @param holdAt since when
 */
public record VisitorHeld(UUID id, String name, String email, Instant seenAt, long conversations, boolean open, String holdReason, String holdBy,
    Instant holdAt) {

    /** @return what to type to confirm that everything of them goes: what they are known by */
    public String confirmation() {
        return email != null ? email : name != null ? name : id.toString();
    }
}
