package org.agentinbox.web.inbox;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Instants and numbers as somebody reads them: in their language and zone, at a given time. As the scripts write them (core/time.js). */
final class ReaderTimes {

    private static final Duration WEEK = Duration.ofDays(6);

    private final InboxTexts texts;
    private final Locale locale;
    private final ZoneId zone;
    private final Instant now;

    ReaderTimes(InboxTexts texts, ZoneId zone, Instant now) {
        this.texts = texts;
        this.locale = texts.locale();
        this.zone = zone;
        this.now = now;
    }

    private boolean isKorean() {
        return Locale.KOREAN.getLanguage().equals(locale.getLanguage());
    }

    private String written(Instant instant, String english, String korean) {
        return DateTimeFormatter.ofPattern(isKorean() ? korean : english, locale).format(instant.atZone(zone));
    }

    ZoneId zone() {
        return zone;
    }

    Instant now() {
        return now;
    }

    String number(int value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** @return hour and minute */
    String clock(Instant instant) {
        return written(instant, "h:mm a", "a h:mm");
    }

    /** @return day and time in full */
    String exact(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.MEDIUM).withLocale(locale)
            .withZone(zone).format(instant);
    }

    /** @return the day by the reader's calendar */
    LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** @return today, yesterday, or the date; with the year where it is another one */
    String dayName(Instant instant) {
        LocalDate today = day(now);
        LocalDate day = day(instant);
        if (day.equals(today)) {
            return texts.text("log.today");
        }
        if (day.equals(today.minusDays(1))) {
            return texts.text("log.yesterday");
        }
        return day.getYear() == today.getYear() ? written(instant, "EEEE, MMMM d", "M월 d일 EEEE")
            : written(instant, "EEEE, MMMM d, yyyy", "yyyy년 M월 d일 EEEE");
    }

    /** @return how long ago it was; from six days on, the date */
    String ago(Instant instant) {
        Duration passed = Duration.between(instant, now);
        if (passed.compareTo(Duration.ofMinutes(1)) < 0) {
            return texts.text("time.now");
        }
        if (passed.compareTo(Duration.ofHours(1)) < 0) {
            return texts.text("time.minutes", passed.toMinutes());
        }
        if (passed.compareTo(Duration.ofDays(1)) < 0) {
            return texts.text("time.hours", passed.toHours());
        }
        return passed.compareTo(WEEK) < 0 ? written(instant, "EEE", "EEE") : written(instant, "MMM d", "M월 d일");
    }

    /** @return a time to come: the clock, with the day where it is not today's */
    String upcoming(Instant instant) {
        if (day(instant).equals(day(now))) {
            return clock(instant);
        }
        return Duration.between(now, instant).compareTo(WEEK) < 0 ? written(instant, "EEE h:mm a", "(EEE) a h:mm")
            : written(instant, "MMM d, h:mm a", "M월 d일 a h:mm");
    }

    /** @return whether the reader's day begins then, within a day from now */
    boolean isMidnight(Instant instant) {
        return instant.atZone(zone).toLocalTime().truncatedTo(java.time.temporal.ChronoUnit.MINUTES).equals(LocalTime.MIDNIGHT)
            && Duration.between(now, instant).compareTo(Duration.ofDays(1)) <= 0;
    }

    /** @return what the clock on somebody else's wall shows, with the weekday where it is another one */
    String clockIn(ZoneId other) {
        ZonedDateTime there = now.atZone(other);
        boolean sameDay = there.toLocalDate().equals(day(now));
        String english = sameDay ? "h:mm a" : "EEE h:mm a";
        String korean = sameDay ? "a h:mm" : "(EEE) a h:mm";
        return DateTimeFormatter.ofPattern(isKorean() ? korean : english, locale).format(there);
    }
}
