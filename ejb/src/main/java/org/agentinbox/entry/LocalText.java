package org.agentinbox.entry;

import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.TextRules;

/**
 * A text in the languages of visitors; either may be null.
 *
 * @param en English
 * @param ko Korean
 */
public record LocalText(String en, String ko) {

    /** Nothing in either language. */
    public static final LocalText NONE = new LocalText(null, null);

    /** @return the text in Korean for {@code ko}, else in English; in the other language where it is missing; null where both are */
    public String in(String language) {
        String first = "ko".equals(language) ? ko : en;
        return first != null ? first : "ko".equals(language) ? en : ko;
    }

    /** @return whether there is none in either language */
    public boolean isEmpty() {
        return en == null && ko == null;
    }

    /** @return the same without white space around, each of one line and at most {@code longest} characters */
    LocalText line(String field, int longest) {
        return new LocalText(TextRules.line(field, en, longest), TextRules.line(field, ko, longest));
    }

    /** @return the same with line feeds only, each at most {@code longest} characters */
    LocalText lines(String field, int longest) {
        return new LocalText(lines(field, en, longest), lines(field, ko, longest));
    }

    private static String lines(String field, String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return TextRules.message(text.strip().replace("\r\n", "\n").replace('\r', '\n'), longest);
        } catch (RefusedException e) {
            throw RefusedException.ofField(field, "1 to " + longest + " characters that can be stored");
        }
    }
}
