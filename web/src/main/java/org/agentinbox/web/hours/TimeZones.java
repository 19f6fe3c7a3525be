package org.agentinbox.web.hours;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The time zones of the world, to be found by the names that people use. */
public final class TimeZones {

    private static final List<String> IDS = ZoneId.getAvailableZoneIds().stream().filter(id -> !id.startsWith("SystemV/")).sorted()
        .toList();
    private static final Map<Locale, Map<String, String>> NAMES = new ConcurrentHashMap<>();

    private TimeZones() {}

    /**
     * @param typed parts of a zone's id, name or offset, in any order; null or blank for all zones
     * @param locale of the reader
     * @param now for offsets
     * @return the matching zones: first those whose place begins with the text, then those of whose name it is the largest part
     */
    public static List<ZoneChoice> matching(String typed, Locale locale, Instant now) {
        String wanted = plain(typed == null ? "" : typed);
        String[] parts = wanted.split(" ");
        return IDS.stream().map(id -> choice(id, locale, now)).filter(choice -> fits(choice, parts))
            .sorted(Comparator.comparing((ZoneChoice choice) -> !place(choice.id()).startsWith(wanted))
                .thenComparing(choice -> -Arrays.stream(parts).filter(plain(choice.id())::contains).count()))
            .toList();
    }

    private static boolean fits(ZoneChoice choice, String[] parts) {
        String all = plain(choice.id() + ' ' + choice.name() + ' ' + choice.offset());
        return Arrays.stream(parts).allMatch(all::contains);
    }

    public static ZoneChoice choice(String id, Locale locale, Instant now) {
        return new ZoneChoice(id, NAMES.computeIfAbsent(locale, TimeZones::names).get(id), offset(ZoneId.of(id), now));
    }

    private static Map<String, String> names(Locale locale) {
        return IDS.stream()
            .collect(Collectors.toMap(id -> id, id -> TimeZone.getTimeZone(id).getDisplayName(false, TimeZone.LONG, locale)));
    }

    /**
     * @param typed a zone's id or place, in any letter case
     * @return the zone, where exactly one matches
     */
    static Optional<String> find(String typed) {
        String wanted = plain(typed == null ? "" : typed);
        List<String> places = IDS.stream().filter(id -> id.indexOf('/') > 0 && place(id).equals(wanted)).toList();
        return IDS.stream().filter(id -> plain(id).equals(wanted)).findFirst()
            .or(() -> places.size() == 1 ? Optional.of(places.get(0)) : Optional.empty());
    }

    /** @return such as {@code UTC+09:00} */
    public static String offset(ZoneId zone, Instant now) {
        ZoneOffset offset = zone.getRules().getOffset(now);
        return "UTC" + (offset.equals(ZoneOffset.UTC) ? "±00:00" : offset.getId());
    }

    private static String place(String id) {
        return plain(id.substring(id.lastIndexOf('/') + 1));
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replaceAll("\\s+", " ");
    }
}
