package org.agentinbox.platform;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Ids in the order of time: UUID version 7 (RFC 9562, section 5.7), that is milliseconds followed by 74 random bits. Nodes need no
 * coordination.
 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /**
     * @param at the instant that the id carries, cut to milliseconds; from 1970 on
     * @return a new id
     */
    public static UUID next(Instant at) {
        long high = at.toEpochMilli() << 16 | 0x7000L | RANDOM.nextLong() & 0x0FFFL;
        long low = RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /**
     * Parses an id that a client sent.
     *
     * @param text any text, or null
     * @return the id; empty where the text is not exactly the 36 characters of a UUID
     */
    public static Optional<UUID> parse(String text) {
        if (text == null || text.length() != 36) {
            return Optional.empty();
        }
        try {
            // UUID.fromString also accepts groups of other lengths and digits of other scripts.
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
