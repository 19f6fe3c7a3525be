package org.agentinbox.web.retention;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Formats instants in the reader's language and in the zone of the nightly jobs. */
record InstantFormat(Locale locale, ZoneId zone) {

    String text(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale).withZone(zone).format(at);
    }
}
