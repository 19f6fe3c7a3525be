package org.agentinbox.web.inbox;

import java.util.Map;

import org.agentinbox.availability.Availability.Ends;
import org.agentinbox.availability.Availability.Source;
import org.agentinbox.availability.AvailabilityView;

/** What is in force, why, and until when, in words beside the switch. */
final class AvailabilityText {

    private static final Map<Source, String> SOURCES = Map.of(Source.SCHEDULE, "schedule", Source.OVERRIDE, "override", Source.AUTO_AWAY,
        "autoAway");

    private AvailabilityText() {}

    static String of(AvailabilityView availability, InboxTexts texts, ReaderTimes times) {
        String key = "availability." + (availability.available() ? "yes." : "no.")
            + SOURCES.get(availability.source());
        if (availability.dayOff() != null) {
            String until = availability.until() == null ? "" : times.upcoming(availability.until());
            return texts.text(availability.until() == null ? "availability.no.dayOff" : "availability.no.dayOff.until", until,
                availability.dayOff());
        }
        if (availability.until() == null) {
            return texts.text(key);
        }
        boolean goesOn = availability.available() && availability.source() == Source.OVERRIDE && Boolean.TRUE.equals(availability.next())
            && availability.ends() == Ends.BLOCK_START;
        // Midnight where the agent works need not be midnight where they look at this.
        boolean midnight = availability.ends() == Ends.MIDNIGHT && times.isMidnight(availability.until());
        return texts.text(key + (goesOn ? ".thenSchedule" : ".until"),
            midnight ? texts.text("availability.midnight") : times.upcoming(availability.until()));
    }
}
