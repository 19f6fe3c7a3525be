package org.agentinbox.hours.ical;

import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leaves out rules that no time zone has. The library computes all changes of a zone since it began: of one that changes each second that
 * would take hours and all memory.
 */
public final class ZoneRules {

    private static final Pattern FOLD = Pattern.compile("(?:\r\n|\r|\n)[ \t]");
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
    private static final Pattern EDGE = Pattern.compile("\\s*(BEGIN|END)\\b[^:]*:\\s*VTIMEZONE\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern RULE = Pattern.compile("\\s*(?:RRULE|EXRULE)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** Clocks change on some day of a year; of its parts only these are taken. */
    private static final Pattern OF_A_YEAR = Pattern.compile(
        "\\s*RRULE:(?:(?:FREQ=YEARLY|BYMONTH=(?:0?[1-9]|1[0-2])|BYDAY=-?\\d{0,2}[A-Z]{2}|BYMONTHDAY=[-\\d,]{1,100}|INTERVAL=1|"
            + "WKST=[A-Z]{2}|UNTIL=[\\dTZ]{8,16}|COUNT=\\d{1,3});?)+\\s*",
        Pattern.CASE_INSENSITIVE);

    private static final Pattern FREQUENCY = Pattern.compile("FREQ=YEARLY", Pattern.CASE_INSENSITIVE);
    private static final int MOST_CHARACTERS = 500;

    private ZoneRules() {}

    /** @return the text, unfolded, without them */
    public static String plausible(String text) {
        StringJoiner kept = new StringJoiner("\r\n");
        int zones = 0;
        for (String line : LINE_END.split(FOLD.matcher(text).replaceAll(""))) {
            Matcher edge = EDGE.matcher(line);
            if (edge.matches()) {
                zones = Math.max(0, zones + ("BEGIN".equalsIgnoreCase(edge.group(1)) ? 1 : -1));
            }
            if (zones == 0 || !RULE.matcher(line).matches() || isOfAYear(line)) {
                kept.add(line);
            }
        }
        return kept.toString();
    }

    private static boolean isOfAYear(String line) {
        return line.length() <= MOST_CHARACTERS && OF_A_YEAR.matcher(line).matches() && FREQUENCY.matcher(line).find();
    }
}
