package org.agentinbox.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be asked of the purge, and how the history is divided. */
class PurgeJobTest {

    private static final Instant LATEST = Instant.parse("2026-08-25T03:30:00Z");

    @Test
    void withoutACutoffTheRetentionDecides() {
        assertEquals(LATEST, PurgeJob.parsed(null, LATEST));
        assertEquals(LATEST, PurgeJob.parsed("  ", LATEST));
    }

    @Test
    void moreMayBeKeptThanTheRetentionSaysNeverLess() {
        assertEquals(LATEST, PurgeJob.parsed("2026-08-25T03:30:00Z", LATEST));
        assertEquals(Instant.parse("2025-01-01T00:00:00Z"), PurgeJob.parsed(" 2025-01-01T00:00:00Z ", LATEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-08-25T03:30:00.001Z", "2026-11-23T00:00:00Z", "yesterday", "2026-08-01", "90"})
    void anUnusableCutoffIsRefusedInOneLine(String cutoff) {
        String said = assertThrows(IllegalArgumentException.class, () -> PurgeJob.parsed(cutoff, LATEST)).getMessage();
        assertTrue(said.contains(cutoff) && said.contains("agentinbox.history.retention") && !said.contains("\n"), said);
    }

    @ParameterizedTest
    @CsvSource({"90, 7", "1, 1", "13, 1", "30, 2", "365, 28", "3650, 281"})
    void thereAreAboutADozenPartitionsHoweverLongHistoryIsKept(int retention, int days) {
        assertEquals(days, HistoryPartitions.days(retention));
    }

    @Test
    void aPlaceIsReadAsItWasWritten() {
        PurgeCursor cursor = new PurgeCursor(Instant.parse("2026-08-25T03:30:00.123456Z"), UUID.randomUUID());
        assertEquals(cursor, PurgeCursor.parse(cursor.toString()));
        assertEquals(Instant.EPOCH, PurgeCursor.parse(null).at());
    }
}
