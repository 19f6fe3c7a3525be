package org.agentinbox.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;

import org.agentinbox.availability.AvailabilityView;
import org.agentinbox.availability.Candidate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why an agent gets a chat or not, be it a request or one that is handed on: the first reason that holds is the one that is told. */
class VerdictTest {

    @ParameterizedTest
    @CsvSource({
        "true, true, false, TAKEN", "true, true, true, FULL", "true, false, false, UNREACHABLE", "true, false, true, UNREACHABLE",
        "false, true, false, UNAVAILABLE", "false, false, true, UNAVAILABLE"})
    void verdict(boolean available, boolean reachable, boolean full, Verdict expected) {
        AvailabilityView availability = new AvailabilityView(UUID.randomUUID(), available, null, null, null, null, null);
        assertEquals(expected, Verdict.of(new Candidate(availability.agentId(), 1, availability, reachable, null), full));
    }
}
