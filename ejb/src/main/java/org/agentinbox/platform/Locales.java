package org.agentinbox.platform;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;

/** Languages and time zones as they are stored of people, for the texts that are made for them. */
public final class Locales {

    /** What there are texts in. */
    private static final Set<String> SPOKEN = Set.of("en", "ko");

    private Locales() {}

    /**
     * @param languageTag BCP 47, or null
     * @return it, or English where there are no texts in it: dates would stand alone in that language
     */
    public static Locale spoken(String languageTag) {
        Locale wanted = languageTag == null ? Locale.ENGLISH : Locale.forLanguageTag(languageTag);
        return SPOKEN.contains(wanted.getLanguage()) ? wanted : Locale.ENGLISH;
    }

    /**
     * @param name of a time zone (IANA), or null
     * @return the zone; UTC for null, and for one that this Java does not know yet, or not any more
     */
    public static ZoneId zone(String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
