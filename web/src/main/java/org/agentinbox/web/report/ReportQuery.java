package org.agentinbox.web.report;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.report.ReportRequest;

/** Parses the query of a report's address. */
final class ReportQuery {

    private ReportQuery() {}

    /** @throws RefusedException for an invalid day or id */
    static ReportRequest request(String from, String to, String agent, String team) {
        return new ReportRequest(day("from", from), day("to", to), id("agent", agent), id("team", team));
    }

    private static UUID id(String field, String text) {
        return isMissing(text) ? null : Ids.parse(text).orElseThrow(() -> RefusedException.ofField(field, "an id"));
    }

    private static LocalDate day(String field, String text) {
        try {
            return isMissing(text) ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw RefusedException.ofField(field, "a day such as 2026-03-01");
        }
    }

    static boolean isMissing(String text) {
        return text == null || text.isBlank();
    }
}
