package org.agentinbox.platform.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a daily job is due next, also where the clocks are changed. */
class DailyJobsTest {

    @ParameterizedTest
    @CsvSource({
        "03:30, UTC, 2026-11-23T03:29:59Z, 2026-11-23T03:30:00Z",
        "03:30, UTC, 2026-11-23T03:30:00Z, 2026-11-24T03:30:00Z",
        "00:00, Asia/Seoul, 2026-11-23T14:59:00Z, 2026-11-23T15:00:00Z",
        // The hour from 02:00 to 03:00 is skipped: as much later.
        "02:30, Europe/Berlin, 2026-03-29T00:00:00Z, 2026-03-29T01:30:00Z",
        // It comes twice: once is enough.
        "02:30, Europe/Berlin, 2026-10-25T00:00:00Z, 2026-10-25T00:30:00Z",
        "02:30, Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z"})
    void theNextTime(LocalTime at, ZoneId zone, Instant now, Instant next) {
        assertEquals(next, DailyJobs.next(at, zone, now));
    }
}
