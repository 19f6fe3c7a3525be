package org.agentinbox.retention;

import java.time.Instant;
import java.util.UUID;

/** A place among rows in the order of an instant and, where that is the same, their ids. */
record AgedPlace(Instant at, UUID id) {

    private static final AgedPlace START = new AgedPlace(Instant.EPOCH, new UUID(0, 0));

    static AgedPlace parse(String text) {
        if (text == null) {
            return START;
        }
        String[] parts = text.split(" ");
        return new AgedPlace(Instant.parse(parts[0]), UUID.fromString(parts[1]));
    }

    @Override
    public String toString() {
        return at + " " + id;
    }
}
