package org.agentinbox.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCursorTest {

    @Test
    void whatWasWrittenIsReadToTheMicrosecond() {
        Instant at = Instant.parse("2030-05-06T12:00:00.000001Z");
        PageCursor cursor = new PageCursor(at, Ids.next(at));
        assertEquals(cursor, PageCursor.parse(cursor.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_", "2030-05-06T12:00:00Z", "2030-05-06T12:00:00Z_", "2030-05-06T12:00:00Z_1-1-1-1-1",
        "yesterday_018f0000-0000-7000-8000-000000000000", "+1000000000-12-31T23:59:59Z_018f0000-0000-7000-8000-000000000000",
        "-1000000000-01-01T00:00:00Z_018f0000-0000-7000-8000-000000000000"})
    void whatIsNoPlaceIsRefused(String text) {
        assertThrows(RefusedException.class, () -> PageCursor.parse(text));
    }
}
