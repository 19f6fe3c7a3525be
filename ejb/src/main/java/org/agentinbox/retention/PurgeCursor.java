package org.agentinbox.retention;

import java.time.Instant;
import java.util.UUID;

/** Where a step continues among rows that are sorted by an instant and then by id. */
record PurgeCursor(Instant at, UUID id) {

    private static final PurgeCursor START = new PurgeCursor(Instant.EPOCH, new UUID(0, 0));

    static PurgeCursor parse(String text) {
        if (text == null) {
            return START;
        }
        String[] parts = text.split(" ");
        return new PurgeCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
    }

    @Override
    public String toString() {
        return at + " " + id;
    }
}
