package org.agentinbox.meeting;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

import org.agentinbox.platform.Locales;

import jakarta.enterprise.context.ApplicationScoped;

/** The texts about meetings. */
@ApplicationScoped
class MeetingTexts {

    private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
        .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** A change, in the visitor's language and zone. A text in a chat is not translated later. */
    String inChat(MeetingChanged change) {
        MeetingView m = change.meeting();
        Locale locale = Locales.spoken(m.locale());
        return text(locale, "chat." + change.kind() + (change.by() == ChangedBy.VISITOR ? "" : ".other"),
            m.agent().name(), when(m.start(), m.end(), Locales.zone(m.timeZone()), locale));
    }

    /** The text of a shared calendar, for clients that cannot show the card. */
    String shared(SharedCalendar calendar, String languageTag) {
        return text(Locales.spoken(languageTag), "chat.shared", calendar.agent().name(), calendar.lengthMinutes());
    }

    static String text(Locale locale, String key, Object... values) {
        ResourceBundle texts = ResourceBundle.getBundle("org.agentinbox.meeting.meeting", locale, MeetingTexts.class.getClassLoader(),
            NO_FALLBACK);
        return new MessageFormat(texts.getString(key), locale).format(values);
    }

    /** The date and the times; with both dates where the meeting ends on another day. */
    static String when(Instant start, Instant end, ZoneId zone, Locale locale) {
        DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
        DateTimeFormatter time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
        ZonedDateTime from = start.atZone(zone);
        ZonedDateTime to = end.atZone(zone);
        String until = from.toLocalDate().equals(to.toLocalDate()) ? time.format(to) : day.format(to) + " " + time.format(to);
        return text(locale, "when", day.format(from), time.format(from), until, zone.getId());
    }
}
