package org.agentinbox.web.report;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/** Formats numbers, days, durations and texts in the reader's language. */
record ReportFormat(ResourceBundle texts, Locale locale) {

    private static final String NONE = "-";

    String text(String key, Object... values) {
        return new MessageFormat(texts.getString(key), locale).format(values);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
    }

    String range(LocalDate from, LocalDate to) {
        return from.equals(to) ? day(from) : text("reports.range", day(from), day(to));
    }

    String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale).withZone(zone).format(at);
    }

    String number(Long number) {
        return number == null ? NONE : NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** In at most two units, rounded to seconds. */
    String duration(Long millis) {
        if (millis == null) {
            return NONE;
        }
        long seconds = Math.round(millis / 1_000.0);
        if (seconds < 60) {
            return text("reports.seconds", seconds);
        }
        return seconds < 3_600 ? two("minutes", seconds / 60, seconds % 60) : two("hours", seconds / 3_600, seconds % 3_600 / 60);
    }

    private String two(String unit, long large, long small) {
        return small == 0 ? text("reports." + unit, large) : text("reports." + unit + ".and", large, small);
    }

    /** The change from an earlier value; empty where one of them is unknown. */
    String change(Long now, Long before) {
        if (now == null || before == null) {
            return "";
        }
        if (before == 0) {
            return texts.getString(now == 0 ? "reports.change.none" : "reports.change.new");
        }
        long percent = Math.round(100.0 * (now - before) / before);
        String size = NumberFormat.getIntegerInstance(locale).format(Math.abs(percent));
        return percent == 0 ? texts.getString("reports.change.none")
            : text(percent > 0 ? "reports.change.more" : "reports.change.less", size);
    }
}
