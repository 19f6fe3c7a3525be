package org.agentinbox.web.routing;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import org.agentinbox.platform.Ids;
import org.agentinbox.routing.RequestFilter;
import org.agentinbox.routing.RequestOutcome;

/**
 * What the address of the page asks for. What cannot be meant counts as not asked.
 *
 * @param day by the calendar of the reports' zone, or null
 */
record RequestQuery(String entry, RequestOutcome outcome, String agent, LocalDate day, String visitor) implements Serializable {

    private static final int LONGEST = 200;

    static RequestQuery of(Map<String, String> asked) {
        return new RequestQuery(text(asked.get("entry")), outcome(asked.get("outcome")),
            Ids.parse(asked.getOrDefault("agent", "")).map(Object::toString).orElse(null), day(asked.get("day")),
            text(asked.get("visitor")));
    }

    private static String text(String asked) {
        return asked == null || asked.isBlank() || asked.length() > LONGEST || asked.indexOf('\0') >= 0 ? null : asked.strip();
    }

    private static RequestOutcome outcome(String asked) {
        return Arrays.stream(RequestOutcome.values()).filter(outcome -> outcome.name().equals(asked)).findFirst().orElse(null);
    }

    private static LocalDate day(String asked) {
        try {
            LocalDate day = asked == null || asked.isBlank() ? null : LocalDate.parse(asked);
            // Other years are not in the database, and not all of them would fit.
            return day == null || day.getYear() < 1970 || day.getYear() > 9999 ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    RequestFilter filter(ZoneId zone) {
        return new RequestFilter(entry, outcome, Optional.ofNullable(agent).flatMap(Ids::parse).orElse(null),
            day == null ? null : day.atStartOfDay(zone).toInstant(), day == null ? null : day.plusDays(1).atStartOfDay(zone).toInstant(),
            visitor);
    }
}
