package org.agentinbox.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Ids of UUID version 7. */
class IdsTest {

    private static final long YEAR_2200 = 7_258_118_400_000L;

    @Property
    void orderOfTextIsOrderOfTime(@ForAll @LongRange(max = YEAR_2200) long a, @ForAll @LongRange(max = YEAR_2200) long b) {
        String first = Ids.next(Instant.ofEpochMilli(a)).toString();
        String second = Ids.next(Instant.ofEpochMilli(b)).toString();
        if (a != b) {
            assertEquals(a < b, first.compareTo(second) < 0, first + " " + second);
        }
    }

    @Property
    void carriesVersionVariantAndMilliseconds(@ForAll @LongRange(max = YEAR_2200) long at) {
        UUID id = Ids.next(Instant.ofEpochMilli(at));
        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        assertEquals(at, id.getMostSignificantBits() >>> 16);
    }

    @Test
    void aMillisecondHasRoomForMany() {
        Instant now = Instant.parse("2026-03-01T00:00:00Z");
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            assertTrue(ids.add(Ids.next(now)));
        }
    }

    @Test
    void readsWhatItWrites() {
        UUID id = Ids.next(Instant.EPOCH);
        assertEquals(Optional.of(id), Ids.parse(id.toString()));
        assertEquals(Optional.of(id), Ids.parse(id.toString().toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"1-1-1-1-1", "0190c0de-0000-7000-8000-00000000000", "0190c0de-0000-7000-8000-0000000000000",
        "0190c0de00000-7000-8000-000-00000000", "0190c0d-e0000-7000-8000-000000000000", "0190c0de-0000-7000-8000-00000000000g",
        "٠190c0de-0000-7000-8000-000000000000", "+190c0de-0000-7000-8000-000000000000", "{190c0de-0000-7000-8000-00000000000}",
        "0190c0de-0000-7000-8000-00000000000\u0000", "' OR '1'='1' --                      "})
    void refusesEverythingElse(String text) {
        assertEquals(Optional.empty(), Ids.parse(text));
    }
}
