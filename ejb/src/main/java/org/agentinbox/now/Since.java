package org.agentinbox.now;

import java.time.Instant;

import org.agentinbox.availability.Availability.Source;

/** Since when an agent is in a state. */
final class Since {

    private Since() {}

    /**
     * @param overriddenAt when the agent last switched, or null
     * @param lostAt when the connection was lost, or null
     * @return null where hours decide, or where nothing is kept of it
     */
    static Instant of(AgentState state, Source source, Instant overriddenAt, Instant lostAt) {
        return switch (state) {
            case LOST -> lostAt;
            case OFFLINE -> null;
            case AVAILABLE, UNAVAILABLE -> source == Source.SCHEDULE ? null : overriddenAt;
        };
    }
}
