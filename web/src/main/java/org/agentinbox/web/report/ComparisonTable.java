package org.agentinbox.web.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.agentinbox.report.AgentFigures;
import org.agentinbox.report.ArrivalFigures;
import org.agentinbox.report.EntryArrivals;
import org.agentinbox.report.NamedFigures;
import org.agentinbox.report.PeriodFigures;

/**
 * What agents or teams did, or what became of the chats of entries, side by side.
 *
 * @param id {@code agents}, {@code teams} or {@code entries}: of the texts, the heading and the file
 * @param columns the heads after the name and the bar
 */
public record ComparisonTable(String id, List<String> columns, List<Row> rows) {

    private static final List<String> COLUMNS = List.of("had", "requested.agent", "connected.agent", "declined", "missed.agent", "handedOn",
        "ended", "accept", "responses", "response", "length", "booked");

    private static final List<String> ENTRY_COLUMNS = List.of("requested", "connected", "missed", "left", "queued", "wait", "wait.longest",
        "accept", "response", "length");

    /**
     * An agent, a team or an entry.
     *
     * @param width of the bar of chats they had, or that were requested, in percent of the longest one
     * @param cells as people read them, in the order of the columns
     */
    public record Row(String name, String width, List<String> cells) {}

    static ComparisonTable of(String id, List<NamedFigures> all, ReportFormat format) {
        long most = Math.max(1, all.stream().mapToLong(ComparisonTable::had).max().orElse(1));
        return new ComparisonTable(id, COLUMNS.stream().map(column -> format.text("reports." + column)).toList(),
            all.stream().map(one -> new Row(one.name(), width(had(one), most),
                cells(one.figures(), format))).toList());
    }

    static ComparisonTable of(List<EntryArrivals> entries, ReportFormat format) {
        long most = Math.max(1, entries.stream().mapToLong(entry -> entry.figures().requested()).max().orElse(1));
        return new ComparisonTable("entries", ENTRY_COLUMNS.stream().map(column -> format.text("reports." + column)).toList(),
            entries.stream().map(entry -> new Row(entry.name(), width(entry.figures().requested(), most), cells(entry.figures(), format)))
                .toList());
    }

    private static List<String> cells(ArrivalFigures of, ReportFormat format) {
        return List.of(format.number(of.requested()), format.number(of.connected()), format.number(of.missed()),
            format.number(of.leaving().count()), format.number(of.queued()), format.duration(of.queueWait().mean()),
            format.duration(of.longestWait()), format.duration(of.accept().mean()), format.duration(of.response().mean()),
            format.duration(of.length().mean()));
    }

    private static String width(long number, long most) {
        return String.format(Locale.ROOT, "%.2f%%", 100.0 * number / most);
    }

    private static long had(NamedFigures of) {
        return of.figures().had() == null ? 0 : of.figures().had();
    }

    private static List<String> cells(AgentFigures of, ReportFormat format) {
        PeriodFigures figures = of.figures();
        return Stream.of(number(of.had(), format), number(figures.requested(), format), number(figures.connected(), format),
            number(of.declined(), format), number(figures.missed(), format), number(of.handedOn(), format), number(of.ended(), format),
            format.duration(figures.accept().mean()), number(figures.response().count(), format),
            format.duration(figures.response().mean()), format.duration(figures.length().mean()), number(figures.booked(), format))
            .toList();
    }

    private static String number(Long number, ReportFormat format) {
        return number == null ? format.text("reports.unknown") : format.number(number);
    }
}
