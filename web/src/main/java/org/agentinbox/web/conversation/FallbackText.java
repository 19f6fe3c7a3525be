package org.agentinbox.web.conversation;

import java.util.Locale;

import org.agentinbox.web.platform.Bundles;

/** What visitors read where nobody takes their chat. */
final class FallbackText {

    private FallbackText() {}

    /** @param tagOrNull the visitor's language, BCP 47; English where it is not known */
    static String in(String tagOrNull) {
        Locale locale = tagOrNull == null ? Locale.ENGLISH : Locale.forLanguageTag(Locale.forLanguageTag(tagOrNull).getLanguage());
        return Bundles.bundle("server", locale).getString("chat.fallback");
    }
}
