package org.agentinbox.web.report;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.report.ReportRequest;

/** Parses the query of a report's address. */
final class ReportQuery {

    private ReportQuery() {}

    /** @throws RefusedException for an invalid day or id */
    static ReportRequest request(String from, String to, String agent) {
        return new ReportRequest(day("from", from), day("to", to),
            isMissing(agent) ? null : Ids.parse(agent).orElseThrow(() -> RefusedException.ofField("agent", "an id")));
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
