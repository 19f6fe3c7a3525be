package org.agentinbox.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.agentinbox.configuration.ConfigurationReport;
import org.agentinbox.configuration.Configurations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Applies the configuration of the demo data, a document like those of programs but for its days. Works in its caller's transaction. */
@ApplicationScoped
class DemoConfiguration {

    /** Far enough away for the demo's agents to be there whenever somebody tries it, and near enough to be seen. */
    private static final int DAYS_AWAY = 60;
    /** A day of any year: of the first one in which it is two months away. */
    private static final Pattern DAY = Pattern.compile("\"(--[0-9]{2}-[0-9]{2})\"");

    @Inject
    private Clock clock;
    @Inject
    private Configurations configurations;

    /** @throws IllegalStateException where anything is wrong with the document */
    void apply(byte[] document) {
        String text = new String(document, StandardCharsets.UTF_8);
        String dated = DAY.matcher(text).replaceAll(this::date);
        ConfigurationReport report = configurations.replace(dated.getBytes(StandardCharsets.UTF_8), null, false);
        if (report.wrong() > 0) {
            throw new IllegalStateException("The configuration of the demo data cannot be applied: " + report.problems());
        }
    }

    private String date(MatchResult found) {
        MonthDay day = MonthDay.parse(found.group(1));
        LocalDate earliest = LocalDate.now(clock).plusDays(DAYS_AWAY);
        LocalDate thisYear = day.atYear(earliest.getYear());
        return '"' + (thisYear.isBefore(earliest) ? day.atYear(earliest.getYear() + 1) : thisYear).toString() + '"';
    }
}
