package org.agentinbox.web.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;

import org.agentinbox.report.DateRange;
import org.agentinbox.report.DayFigures;
import org.agentinbox.report.DurationStats;

/** Makes plots of figures by day. */
final class Charts {

    /** The parts of the bar of requests, from the bottom. */
    private static final List<String> REQUESTS = List.of("connected", "missed", "others");

    private final DateRange range;
    private final ReportFormat format;
    private final Whose owner;
    private final String whose;

    /** Whose figures are shown: requests to all, or offers to an agent or to the members of a team, who have no medians together. */
    enum Whose {
        ALL, AGENT, TEAM;

        /** The end of the keys of texts. */
        String key() {
            return this == ALL ? "" : ".agent";
        }
    }

    Charts(DateRange range, ReportFormat format, Whose owner) {
        this.range = range;
        this.format = format;
        this.owner = owner;
        this.whose = owner.key();
    }

    List<Chart> of(Map<LocalDate, DayFigures> days) {
        return List.of(requests(days), times("accept", whose, days, DayFigures::accept), times("response", "", days, DayFigures::response),
            times("length", "", days, DayFigures::length), booked(days));
    }

    /** In how many chats of each day a topic occurred. */
    Chart topic(Map<LocalDate, Long> chats) {
        return numbers("topic", format.text("reports.topic.days"), chats::get);
    }

    private Chart requests(Map<LocalDate, DayFigures> days) {
        Scale scale = numbers(most(days, DayFigures::requested));
        return figure("requested", format.text("reports.requests" + whose),
            REQUESTS.stream().map(kind -> kind.equals("others") ? kind : kind + whose).toList(), scale,
            day -> ifKnown(days.get(day),
                of -> List.of(new DayPlot.Part(REQUESTS.get(0), of.connected()), new DayPlot.Part(REQUESTS.get(1), of.missed()),
                    new DayPlot.Part(REQUESTS.get(2), Math.max(0, of.requested() - of.connected() - of.missed())))),
            List.of("reports.requested" + whose, "reports.connected" + whose, "reports.missed" + whose),
            day -> ifKnown(days.get(day),
                of -> List.of(format.number(of.requested()), format.number(of.connected()), format.number(of.missed()))));
    }

    private Chart times(String name, String variant, Map<LocalDate, DayFigures> days, Function<DayFigures, DurationStats> durationStats) {
        boolean byMean = owner == Whose.TEAM;
        Function<DayFigures, Long> plotted = of -> byMean ? durationStats.apply(of).mean() : durationStats.apply(of).median();
        Scale scale = Scale.ofTimes(most(days, plotted), format::duration);
        return figure(name, format.text("reports." + name + (byMean ? ".days.team" : ".days" + variant)), List.of(), scale,
            day -> ifKnown(days.get(day), of -> one(plotted.apply(of))),
            byMean ? List.of("reports.mean", "reports.count") : List.of("reports.median", "reports.mean", "reports.count"),
            day -> ifKnown(days.get(day), of -> Stream.of(byMean ? null : format.duration(durationStats.apply(of).median()),
                format.duration(durationStats.apply(of).mean()), format.number(durationStats.apply(of).count())).filter(Objects::nonNull)
                .toList()));
    }

    private Chart booked(Map<LocalDate, DayFigures> days) {
        return numbers("booked", format.text("reports.booked.days"), day -> ifKnown(days.get(day), DayFigures::booked));
    }

    private Chart numbers(String name, String title, Function<LocalDate, Long> number) {
        Scale scale = numbers(range.days().stream().map(number).filter(Objects::nonNull).mapToLong(Long::longValue).max().orElse(0));
        return figure(name, title, List.of(), scale, day -> number.apply(day) == null ? null : one(number.apply(day)),
            List.of("reports." + name),
            day -> number.apply(day) == null ? null : List.of(format.number(number.apply(day))));
    }

    private Scale numbers(long most) {
        return Scale.ofNumbers(most, (LongFunction<String>) format::number);
    }

    private Chart figure(String name, String title, List<String> kinds, Scale scale, Function<LocalDate, List<DayPlot.Part>> parts,
        List<String> columns,
        Function<LocalDate, List<String>> cells) {
        List<String> heads = columns.stream().map(format::text).toList();
        BiFunction<LocalDate, List<String>, List<String>> row = (day, own) -> {
            List<String> all = new ArrayList<>(List.of(format.day(day)));
            all.addAll(own == null ? Collections.nCopies(heads.size(), format.text("reports.unknown")) : own);
            return all;
        };
        List<List<String>> rows = new ArrayList<>(range.days().stream().map(day -> row.apply(day, cells.apply(day))).toList());
        Collections.reverse(rows);
        List<String> withDay = new ArrayList<>(List.of(format.text("reports.day")));
        withDay.addAll(heads);
        return new Chart(name, title, format.text("reports.plot", title, format.range(range.from(), range.to())), kinds,
            DayPlot.of(range.days(), parts, day -> title(day, heads, cells.apply(day)), scale, format::day), withDay, rows);
    }

    private String title(LocalDate day, List<String> heads, List<String> cells) {
        StringBuilder title = new StringBuilder(format.day(day));
        for (int i = 0; i < heads.size(); i++) {
            title.append('\n').append(heads.get(i)).append(": ").append(cells == null ? format.text("reports.unknown") : cells.get(i));
        }
        return title.toString();
    }

    private static List<DayPlot.Part> one(Long value) {
        return value == null ? List.of() : List.of(new DayPlot.Part("only", value));
    }

    private static long most(Map<LocalDate, DayFigures> days, Function<DayFigures, Long> value) {
        return days.values().stream().map(value).filter(Objects::nonNull).mapToLong(Long::longValue).max().orElse(0);
    }

    private static <T> T ifKnown(DayFigures figures, Function<DayFigures, T> function) {
        return figures == null ? null : function.apply(figures);
    }
}
