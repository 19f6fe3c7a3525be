package org.agentinbox.dayoff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

import org.agentinbox.hours.DayOff;

/**
 * A day off that a calendar file describes.
 *
 * @param line of the file on which its event begins, from 1; 0 where that is not known
 * @param key of its event, the same in later files; see {@link #key}
 * @param dayOff when, and what it is called
 */
record Holiday(int line, String key, DayOff dayOff) {

    /**
     * @param uid of the event
     * @param start of this occurrence, as it was before it was moved
     * @return which occurrence of which event it is, at a fixed length
     */
    static String key(String uid, Instant start) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(hash.digest((start + "\n" + uid).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
