package org.agentinbox.availability;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;

import org.agentinbox.dayoff.StoredDaysOff;
import org.agentinbox.hours.DaysOff;
import org.agentinbox.hours.Schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The agents' hours with their days off, as far as these count at an instant. Works in its caller's transaction. */
@ApplicationScoped
class AgentSchedules {

    @Inject
    private StoredDaysOff daysOff;

    /** @return the agent's week without the days off that count now or later */
    Schedule of(Agent agent, Instant now) {
        return agent.week().without(daysOff.of(agent.accountId(), agent.hoursCountFrom(now)));
    }

    /** The same for many, by one query. */
    Function<Agent, Schedule> of(Collection<Agent> agents, Instant now) {
        Instant earliest = agents.stream().map(agent -> agent.hoursCountFrom(now)).min(Instant::compareTo).orElse(now);
        Function<UUID, DaysOff> all = daysOff.since(earliest);
        return agent -> agent.week().without(all.apply(agent.accountId()));
    }
}
