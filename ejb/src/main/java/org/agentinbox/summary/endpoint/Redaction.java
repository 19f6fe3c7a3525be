package org.agentinbox.summary.endpoint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes email addresses and phone numbers out of a text, whatever their form. In doubt a number goes: what looks like a phone number and is
 * something else costs a summary a detail, the other way round it costs somebody their privacy. Dates, times, prices and short numbers
 * stay.
 */
final class Redaction {

    static final String EMAIL = "[email]";
    static final String PHONE = "[phone]";

    private static final String LOCAL = "\\p{L}\\p{M}\\p{N}._%+'&=#!$*/?^`{|}~-";
    private static final Pattern ADDRESS = Pattern
        .compile("(?<![" + LOCAL + "])[" + LOCAL + "]++[@＠][\\p{L}\\p{M}\\p{N}-]++(?:[.．。][\\p{L}\\p{M}\\p{N}-]++)*+");

    private static final String DASH = "-\\u00ad\\u2010-\\u2015\\u2212\\uff0d";
    private static final String BLANK = " \\t\\u00a0\\u2000-\\u200b\\u202f\\u2060\\u3000";
    /** What may lie between two digits of one number. */
    private static final String BETWEEN = "[" + DASH + BLANK + "./()（）·~]{0,4}";
    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
    private static final String MONTH = "(?:0?[1-9]|1[0-2])";
    private static final String YEAR = "(?:19|20)\\d\\d";
    private static final String DATE = YEAR + "([-./])" + MONTH + "\\2" + DAY + "|" + DAY + "([-./])" + MONTH + "\\3" + YEAR + "|" + MONTH
        + "([-./])" + DAY + "\\4" + YEAR;
    private static final String DAY_COMES = "(?!(?<=\\P{Nd})" + YEAR + "[-./]" + MONTH + "[-./]" + DAY + "(?!\\p{Nd}))";
    private static final Pattern HOURS = Pattern.compile("\\d{1,2}\\.\\d{2}[" + DASH + BLANK + "]{1,3}\\d{1,2}\\.\\d{2}");
    private static final Pattern DATE_OR_NUMBER = Pattern.compile("(?<![\\p{Nd}])(?<date>" + DATE + ")(?![\\p{Nd}])"
        + "|(?<![\\p{Nd}])(?<number>[+＋]?[(（]?\\p{Nd}(?:" + BETWEEN + DAY_COMES + "\\p{Nd})++)");
    private static final Pattern GROUPS = Pattern.compile("\\P{Nd}+");
    private static final int LEAST = 7;
    private static final int SURELY = 9;
    private static final int RUN = 10;

    private Redaction() {}

    /** @return the text with {@code [email]} and {@code [phone]} in place of what it had */
    static String of(String text) {
        Matcher found = DATE_OR_NUMBER.matcher(ADDRESS.matcher(text).replaceAll(Matcher.quoteReplacement(EMAIL)));
        return found.replaceAll(
            match -> Matcher.quoteReplacement(found.group("date") != null || !isPhone(found.group("number")) ? match.group() : PHONE));
    }

    private static boolean isPhone(String number) {
        String[] groups = GROUPS.split(number.replaceFirst("^\\P{Nd}+", ""));
        int digits = String.join("", groups).length();
        boolean isAbroad = number.startsWith("+") || number.startsWith("＋");
        boolean isTrunk = Character.digit(groups[0].charAt(0), 10) == 0;
        if (digits < LEAST || HOURS.matcher(number).matches()) {
            return false;
        }
        return isAbroad || groups.length == 1 && (isTrunk ? digits >= SURELY - 1 : digits >= RUN)
            || groups.length > 1 && (digits >= SURELY || isTrunk || isLocal(groups));
    }

    /** Three and four digits (555-1234), four and four (1588-1234), but no span of years. */
    private static boolean isLocal(String[] groups) {
        return groups.length == 2 && (groups[0].length() == 3 || groups[0].length() == 4) && groups[1].length() == 4
            && !(groups[0].matches(YEAR) && groups[1].matches(YEAR));
    }
}
