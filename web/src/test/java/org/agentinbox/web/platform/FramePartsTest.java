package org.agentinbox.web.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

/** Frames come in parts and have 64 KiB at most. */
class FramePartsTest {

    private static final int LIMIT = 65_536;

    private final FrameParts parts = new FrameParts();

    @Test
    void partsBecomeOneFrameAndThenAnother() {
        assertTrue(parts.add("{\"a\":") && parts.add("") && parts.add("1}"));
        assertEquals("{\"a\":1}", parts.take());
        assertTrue(parts.add("x"));
        assertEquals("x", parts.take());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ü", "가", "\uD83D\uDE00"})
    void theLimitIsOneOfBytes(String sign) {
        int most = LIMIT / sign.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(parts.add(sign.repeat(most)));
        assertEquals(sign.repeat(most), parts.take());
        assertTrue(parts.add(sign.repeat(most)));
        assertFalse(parts.add(sign));
    }

    @Test
    void whatIsTooBigStaysSoAndIsNotKept() {
        for (int i = 0; i < 10_000; i++) {
            parts.add("a".repeat(100_000));
        }
        assertFalse(parts.add("a"));
        assertEquals("", parts.take());
    }
}
