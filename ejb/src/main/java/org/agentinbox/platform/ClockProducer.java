package org.agentinbox.platform;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** The one source of time. Ticks in microseconds, which is what PostgreSQL keeps, so that what is stored equals what was sent. */
@ApplicationScoped
public class ClockProducer {

    /** @return UTC, in steps of a microsecond */
    @Produces
    @ApplicationScoped
    public Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
