package org.agentinbox.now;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.agentinbox.availability.Availability.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentStateTest {

    private static final Instant SWITCHED = Instant.parse("2030-05-06T09:00:00Z");
    private static final Instant LOST = Instant.parse("2030-05-06T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"true, true, false, AVAILABLE", "false, true, false, UNAVAILABLE", "true, false, false, OFFLINE",
        "false, false, false, OFFLINE", "true, true, true, LOST", "false, false, true, LOST"})
    void aLostConnectionComesFirstAndWhoIsNotThereIsNotAvailable(boolean available, boolean reachable, boolean lost, AgentState state) {
        assertEquals(state, AgentState.of(available, reachable, lost));
    }

    @Test
    void aStateBeginsWithTheSwitchOrTheLoss() {
        assertEquals(SWITCHED, Since.of(AgentState.UNAVAILABLE, Source.OVERRIDE, SWITCHED, null));
        assertEquals(SWITCHED, Since.of(AgentState.UNAVAILABLE, Source.AUTO_AWAY, SWITCHED, null));
        assertEquals(LOST, Since.of(AgentState.LOST, Source.OVERRIDE, SWITCHED, LOST));
        // An earlier switch that hours have ended says nothing of the present state.
        assertNull(Since.of(AgentState.AVAILABLE, Source.SCHEDULE, SWITCHED, null));
        assertNull(Since.of(AgentState.OFFLINE, Source.OVERRIDE, SWITCHED, null));
    }

    @Test
    void theLongestWaitForAnAnswerComesFirst() {
        NowChat answered = chat(1, null);
        NowChat waits = chat(2, LOST);
        NowChat waitsLonger = chat(3, SWITCHED);
        assertEquals(List.of(waitsLonger, waits, answered),
            Stream.of(answered, waits, waitsLonger).sorted(NowChat.LONGEST_WAIT).toList());
    }

    private static NowChat chat(int number, Instant unanswered) {
        return new NowChat(new UUID(1, number), "Vera", new UUID(2, 1), "Ana", null, SWITCHED, unanswered);
    }
}
