package org.agentinbox.web.audit;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.function.Function;

import org.agentinbox.audit.AuditFilter;
import org.agentinbox.platform.audit.AuditAct;

/**
 * What the address asks for. What cannot be meant counts as not asked.
 *
 * @param from the first day by the calendar of the page's zone, or null
 * @param to the last one, or null
 */
record AuditAsked(String who, AuditAct act, String subject, LocalDate from, LocalDate to) implements Serializable {

    private static final int LONGEST = 200;

    /** @param parameters gives the text of a parameter by its name, or null */
    static AuditAsked of(Function<String, String> parameters) {
        return new AuditAsked(text(parameters.apply("who")), act(parameters.apply("act")), text(parameters.apply("subject")),
            day(parameters.apply("from")), day(parameters.apply("to")));
    }

    private static String text(String asked) {
        return asked == null || asked.isBlank() || asked.length() > LONGEST || asked.indexOf('\0') >= 0 ? null : asked.strip();
    }

    private static AuditAct act(String asked) {
        return Arrays.stream(AuditAct.values()).filter(act -> act.name().equals(asked)).findFirst().orElse(null);
    }

    private static LocalDate day(String asked) {
        try {
            LocalDate day = asked == null || asked.isBlank() ? null : LocalDate.parse(asked);
            // Other years are not in the database, and not all of them would fit.
            return day == null || day.getYear() < 1970 || day.getYear() > 9998 ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    AuditFilter filter(ZoneId zone) {
        return new AuditFilter(who, act, subject, from == null ? null : from.atStartOfDay(zone).toInstant(),
            to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
