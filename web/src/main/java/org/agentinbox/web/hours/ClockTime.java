package org.agentinbox.web.hours;

import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.agentinbox.hours.Block;

/** Times of a day as people write them: 9, 9:30, 0930, 9.30, 9시 30분, 5pm, 오후 5시. */
public final class ClockTime {

    private static final Pattern WRITTEN = Pattern.compile(
        "(?<before>am|pm|오전|오후)?\\s*(?:(?<hour>\\d{1,2})(?:\\s*[:.h시]\\s*(?:(?<minute>\\d{2})분?)?)?"
            + "|(?<digits>\\d{3,4}))\\s*(?<after>am|pm)?");

    private ClockTime() {}

    /**
     * @param written what somebody typed, or null
     * @return minutes after midnight, 0 to 1,439; empty where hours cannot start at that, or it is no time
     */
    public static OptionalInt start(String written) {
        OptionalInt minutes = minutes(written);
        return minutes.isPresent() && minutes.getAsInt() < Block.END_OF_DAY ? minutes : OptionalInt.empty();
    }

    /**
     * @param written what somebody typed, or null
     * @return minutes after midnight, 1 to 1,440, where 0:00 means the midnight at the end of the day; empty where it is no time
     */
    public static OptionalInt end(String written) {
        OptionalInt minutes = minutes(written);
        return minutes.isPresent() && minutes.getAsInt() == 0 ? OptionalInt.of(Block.END_OF_DAY) : minutes;
    }

    /**
     * @param minutes after midnight
     * @return such as {@code 09:30}, and {@code 24:00} for the end of the day
     */
    public static String text(int minutes) {
        return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
    }

    private static OptionalInt minutes(String written) {
        String plain = written == null ? "" : Normalizer.normalize(written, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        Matcher parts = WRITTEN.matcher(plain);
        if (!parts.matches() || parts.group("before") != null && parts.group("after") != null) {
            return OptionalInt.empty();
        }
        String digits = parts.group("digits");
        int hour = Integer.parseInt(digits == null ? parts.group("hour") : digits.substring(0, digits.length() - 2));
        String past = digits == null ? parts.group("minute") : digits.substring(digits.length() - 2);
        int minute = past == null ? 0 : Integer.parseInt(past);
        String half = parts.group("before") == null ? parts.group("after") : parts.group("before");
        return half == null ? ofDay(hour, minute) : ofHalf(hour, minute, half.equals("pm") || half.equals("오후"));
    }

    private static OptionalInt ofHalf(int hour, int minute, boolean afternoon) {
        return hour < 1 || hour > 12 ? OptionalInt.empty() : ofDay(hour % 12 + (afternoon ? 12 : 0), minute);
    }

    private static OptionalInt ofDay(int hour, int minute) {
        int minutes = hour * 60 + minute;
        return minute < 60 && minutes <= Block.END_OF_DAY ? OptionalInt.of(minutes) : OptionalInt.empty();
    }
}
