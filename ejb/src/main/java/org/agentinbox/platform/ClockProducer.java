package org.agentinbox.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/**
 * The only source of time. It ticks in microseconds, as PostgreSQL stores instants, so that a stored instant equals the one that was sent.
 */
@ApplicationScoped
public class ClockProducer {

    /** @return UTC, in steps of a microsecond */
    @Produces
    @ApplicationScoped
    public Clock clock() {
        return new MicrosecondClock(Clock.systemUTC());
    }

    /** {@link Clock#tick} cannot do this: its {@code millis()} divides by zero for steps below a millisecond. */
    private static final class MicrosecondClock extends Clock {

        private final Clock source;

        MicrosecondClock(Clock source) {
            this.source = source;
        }

        @Override
        public ZoneId getZone() {
            return source.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new MicrosecondClock(source.withZone(zone));
        }

        @Override
        public Instant instant() {
            return source.instant().truncatedTo(ChronoUnit.MICROS);
        }

        @Override
        public long millis() {
            return source.millis();
        }
    }
}
