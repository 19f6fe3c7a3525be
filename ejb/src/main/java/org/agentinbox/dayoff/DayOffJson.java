package org.agentinbox.dayoff;

import static org.agentinbox.platform.JsonApi.JSON;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.agentinbox.configuration.ConfigurationProblem.Reason;
import org.agentinbox.configuration.Members;
import org.agentinbox.configuration.References;
import org.agentinbox.hours.DayOff;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * A day off as JSON: {@code name}, {@code user} where it is one person's, {@code team} where it is a team's, and {@code first} and
 * {@code last} for whole days, else {@code from}, {@code to} and {@code zone}.
 */
final class DayOffJson {

    private static final Map<String, String> OF_DAYS = Map.of("from", "first", "to", "last");
    private static final int LONGEST_ZONE = 64;
    private static final int LAST_YEAR = 9_999;

    /** A day off with whose it is. */
    record Owned(DayOffOwner owner, DayOff day) {}

    private DayOffJson() {}

    static String key(Owned owned, References references) {
        DayOff day = owned.day();
        return key(day.isWholeDays() ? day.from().toLocalDate().toString() : day.from().toString(), day.name(),
            references.userName(owned.owner().accountId()), references.team(owned.owner().teamId()));
    }

    /** Null where it cannot be told. */
    static String key(Members item) {
        String begin = item.key(item.has("first") ? "first" : "from");
        String name = item.key("name");
        return begin == null || name == null ? null : key(begin, name, item.key("user"), item.key("team"));
    }

    private static String key(String begin, String name, String userOrNull, String teamOrNull) {
        return begin + " " + name + (userOrNull == null ? "" : " (" + userOrNull + ")")
            + (teamOrNull == null ? "" : " [" + teamOrNull + "]");
    }

    static JsonObject write(Owned owned, References references) {
        DayOff day = owned.day();
        JsonObjectBuilder json = JSON.createObjectBuilder().add("name", day.name());
        switch (owned.owner().scope()) {
            case SITE -> {}
            case AGENT -> json.add("user", references.userName(owned.owner().id()));
            case TEAM -> json.add("team", references.team(owned.owner().id()));
        }
        if (day.isWholeDays()) {
            json.add("first", day.from().toLocalDate().toString());
            return day.last().equals(day.from().toLocalDate()) ? json.build() : json.add("last", day.last().toString()).build();
        }
        json.add("from", day.from().toString()).add("to", day.to().toString());
        return day.zone() == null ? json.build() : json.add("zone", day.zone().getId()).build();
    }

    /** Null where something is wrong, which is told. */
    static Owned read(Members item, References references) {
        String name = item.wantedLine("name", DayOff.LONGEST_NAME);
        DayOffOwner owner = owner(item, references);
        if (item.has("from")) {
            LocalDateTime from = time(item, "from", LocalDateTime::parse, "local date and time");
            item.want("to");
            LocalDateTime to = time(item, "to", LocalDateTime::parse, "local date and time");
            ZoneId zone = zone(item);
            return item.make(() -> new Owned(owner, new DayOff(name, from, to, zone)), Map.of());
        }
        item.want("first");
        LocalDate first = time(item, "first", LocalDate::parse, "date");
        LocalDate last = item.has("last") ? time(item, "last", LocalDate::parse, "date") : first;
        return item.make(() -> new Owned(owner, DayOff.days(name, first, last)), OF_DAYS);
    }

    private static DayOffOwner owner(Members item, References references) {
        UUID account = references.user(item, "user");
        UUID team = references.team(item, "team");
        if (account != null && team != null) {
            item.problem("team", Reason.INVALID);
        }
        return account != null ? DayOffOwner.account(account) : team != null ? DayOffOwner.team(team) : DayOffOwner.SITE;
    }

    private static <T extends TemporalAccessor> T time(Members item, String member, Function<String, T> parser, String wanted) {
        String text = item.text(member);
        try {
            T time = text == null ? null : parser.apply(text);
            if (time == null || Math.abs(time.get(ChronoField.YEAR)) <= LAST_YEAR) {
                return time;
            }
        } catch (DateTimeException e) {
            // Told below, as is a year of which no calendar is sure.
        }
        item.problem(member, Reason.WRONG_TYPE, wanted);
        return null;
    }

    private static ZoneId zone(Members item) {
        String text = item.text("zone");
        try {
            if (text == null || text.length() <= LONGEST_ZONE) {
                return text == null ? null : ZoneId.of(text);
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        item.problem("zone", Reason.WRONG_TYPE, "IANA time zone");
        return null;
    }
}
