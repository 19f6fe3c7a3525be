package org.agentinbox.platform;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;

/** The languages and time zones that are stored of people, as the texts for them use them. */
public final class Locales {

    /** The languages that have texts. */
    private static final Set<String> SPOKEN = Set.of("en", "ko");

    private Locales() {}

    /**
     * @param languageTag BCP 47, or null
     * @return that locale, or English where there are no texts in its language, so that dates and texts are in the same language
     */
    public static Locale spoken(String languageTag) {
        Locale wanted = languageTag == null ? Locale.ENGLISH : Locale.forLanguageTag(languageTag);
        return SPOKEN.contains(wanted.getLanguage()) ? wanted : Locale.ENGLISH;
    }

    /**
     * @param name an IANA name of a time zone, or null
     * @return the zone; UTC for null and for a name that this Java version does not know
     */
    public static ZoneId zone(String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
