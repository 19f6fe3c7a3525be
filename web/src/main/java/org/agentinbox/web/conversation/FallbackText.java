package org.agentinbox.web.conversation;

import java.util.Locale;

import org.agentinbox.web.platform.Bundles;

/** The text for visitors whose chat nobody accepts. */
final class FallbackText {

    private FallbackText() {}

    /** @param tagOrNull the visitor's language, BCP 47; English where it is not known */
    static String in(String tagOrNull) {
        Locale locale = tagOrNull == null ? Locale.ENGLISH : Locale.forLanguageTag(Locale.forLanguageTag(tagOrNull).getLanguage());
        return Bundles.bundle("server", locale).getString("chat.fallback");
    }
}
