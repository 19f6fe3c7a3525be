package org.agentinbox.web.inbox;

import java.util.Locale;
import java.util.ResourceBundle;

import org.agentinbox.web.platform.Bundles;

/** The texts that pages and scripts of the inbox share, in one language. */
final class InboxTexts {

    private final ResourceBundle texts;
    private final Locale locale;

    InboxTexts(Locale locale) {
        this.locale = locale;
        texts = Bundles.bundle("inbox", locale);
    }

    Locale locale() {
        return locale;
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    /** Puts values into the holes {@code {0}} to {@code {9}}, as the scripts do; a null leaves nothing. */
    String text(String key, Object... values) {
        String text = texts.getString(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i] == null ? "" : values[i].toString());
        }
        return text;
    }

    /** English has a form for one; Korean has none. */
    String plural(String key, int count, String shown) {
        String one = key + ".one";
        boolean isOne = count == 1 && Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) && has(one);
        return text(isOne ? one : key + ".other", shown);
    }
}
