package org.agentinbox.report;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.agentinbox.conversation.WrapUpCounts;
import org.agentinbox.platform.list.Csv;

/** Reports as files of comma separated values. An unknown value is an empty cell; durations are in seconds. */
final class ReportFile {

    private static final int HOURS = 24;
    private static final String BOM = "\uFEFF";
    private static final List<String> TOPICS = List.of("topic", "chats", "chats_in_the_period_before", "counted_from_chats");
    private static final List<String> DAYS = List.of("day", "requested", "connected", "missed", "seconds_to_accept_mean",
        "seconds_to_accept_median",
        "seconds_to_first_response_mean", "seconds_to_first_response_median", "seconds_of_length_mean", "seconds_of_length_median",
        "meetings_booked");

    private static final List<String> WRAP_UPS = List.of("kind", "name", "korean_name", "chats");

    private static final List<String> SIDE_BY_SIDE = List.of("offered", "accepted", "declined", "lapsed", "had", "handed_on", "ended",
        "seconds_to_accept_mean", "first_responses", "seconds_to_first_response_mean", "seconds_of_length_mean", "meetings_booked");

    private static final List<String> ARRIVALS = List.of("requested", "connected", "missed", "left", "seconds_until_left_mean", "queued",
        "seconds_in_queue_mean", "seconds_in_queue_longest", "seconds_to_accept_mean", "seconds_to_first_response_mean",
        "seconds_of_length_mean");

    private ReportFile() {}

    static byte[] topics(ReportView report) {
        List<List<String>> records = new ArrayList<>(List.of(TOPICS));
        report.topics()
            .forEach(topic -> records.add(List.of(topic.name(), Long.toString(topic.chats()), Objects.toString(topic.before(), ""),
                Integer.toString(topic.listed() ? 1 : report.topicChats()))));
        return bytes(records);
    }

    static byte[] days(DateRange range, Map<LocalDate, DayFigures> figures) {
        List<List<String>> records = new ArrayList<>(List.of(DAYS));
        for (LocalDate day : range.days()) {
            List<String> record = new ArrayList<>(List.of(day.toString()));
            DayFigures of = figures.get(day);
            if (of != null) {
                record.addAll(List.of(Long.toString(of.requested()), Long.toString(of.connected()), Long.toString(of.missed()),
                    seconds(of.accept().mean()),
                    seconds(of.accept().median()), seconds(of.response().mean()), seconds(of.response().median()),
                    seconds(of.length().mean()),
                    seconds(of.length().median()), Objects.toString(of.booked(), "")));
            }
            while (record.size() < DAYS.size()) {
                record.add("");
            }
            records.add(record);
        }
        return bytes(records);
    }

    static byte[] wrapUps(List<WrapUpCounts.Count> outcomes, List<WrapUpCounts.Count> tags) {
        List<List<String>> records = new ArrayList<>(List.of(WRAP_UPS));
        outcomes.forEach(outcome -> records.add(wrapUp("outcome", outcome)));
        tags.forEach(tag -> records.add(wrapUp("tag", tag)));
        return bytes(records);
    }

    /** @param what the name of the first column */
    static byte[] sideBySide(String what, List<NamedFigures> all) {
        List<String> head = new ArrayList<>(List.of(what));
        head.addAll(SIDE_BY_SIDE);
        List<List<String>> records = new ArrayList<>(List.of(head));
        all.forEach(one -> records.add(record(one.name(), one.figures())));
        return bytes(records);
    }

    private static List<String> record(String name, AgentFigures of) {
        PeriodFigures figures = of.figures();
        return List.of(name, Long.toString(figures.requested()), Long.toString(figures.connected()), Objects.toString(of.declined(), ""),
            Long.toString(figures.missed()), Objects.toString(of.had(), ""), Objects.toString(of.handedOn(), ""),
            Objects.toString(of.ended(), ""), seconds(figures.accept().mean()), Long.toString(figures.response().count()),
            seconds(figures.response().mean()), seconds(figures.length().mean()), Objects.toString(figures.booked(), ""));
    }

    static byte[] entries(List<EntryArrivals> all) {
        List<List<String>> records = new ArrayList<>(List.of(joined(List.of("entry", "name"), ARRIVALS)));
        all.forEach(one -> records.add(joined(List.of(one.key(), one.name()), arrivals(one.figures()))));
        return bytes(records);
    }

    /** Weekdays as in ISO 8601: 1 is Monday. */
    static byte[] hours(Map<WeekHour, ArrivalFigures> hours) {
        List<List<String>> records = new ArrayList<>(List.of(joined(List.of("weekday", "hour"), ARRIVALS)));
        for (DayOfWeek day : DayOfWeek.values()) {
            for (int hour = 0; hour < HOURS; hour++) {
                records.add(joined(List.of(Integer.toString(day.getValue()), Integer.toString(hour)),
                    arrivals(hours.getOrDefault(new WeekHour(day, hour), ArrivalFigures.NONE))));
            }
        }
        return bytes(records);
    }

    private static List<String> arrivals(ArrivalFigures of) {
        return List.of(Long.toString(of.requested()), Long.toString(of.connected()), Long.toString(of.missed()),
            Long.toString(of.leaving().count()), seconds(of.leaving().mean()), Long.toString(of.queued()), seconds(of.queueWait().mean()),
            seconds(of.longestWait()), seconds(of.accept().mean()), seconds(of.response().mean()), seconds(of.length().mean()));
    }

    private static List<String> joined(List<String> first, List<String> rest) {
        return Stream.concat(first.stream(), rest.stream()).toList();
    }

    private static List<String> wrapUp(String kind, WrapUpCounts.Count count) {
        return List.of(kind, Objects.toString(count.name(), ""), Objects.toString(count.nameKo(), ""), Long.toString(count.chats()));
    }

    private static String seconds(Long millis) {
        return millis == null ? "" : BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
    }

    /** The file begins with a byte order mark, by which spreadsheets recognise UTF-8. */
    private static byte[] bytes(List<List<String>> records) {
        return (BOM + Csv.write(records)).getBytes(StandardCharsets.UTF_8);
    }
}
