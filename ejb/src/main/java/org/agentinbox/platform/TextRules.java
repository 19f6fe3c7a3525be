package org.agentinbox.platform;

/** Rules for text that people send. Text is stored exactly as sent or refused; it is never changed. */
public final class TextRules {

    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;
    /** Letters, symbols and marks that show nothing: Hangul fillers, the empty Braille pattern, joiners and variation selectors. */
    private static final String INVISIBLE = "\u115F\u1160\u3164\uFFA0\u2800\u034F\uFE0E\uFE0F";

    private TextRules() {}

    /**
     * Checks the text of a message.
     *
     * @param text what was sent; null counts as empty
     * @param maxLength the most characters (Unicode code points) allowed
     * @return the text, unchanged
     * @throws RefusedException {@link Refusal#EMPTY_TEXT}, {@link Refusal#TEXT_TOO_LONG}, {@link Refusal#INVALID_CHARACTERS}
     */
    public static String message(String text, int maxLength) {
        if (text == null || text.codePoints().allMatch(TextRules::isBlank)) {
            throw new RefusedException(Refusal.EMPTY_TEXT, "The text is empty.");
        }
        if (length(text) > maxLength) {
            throw new RefusedException(Refusal.TEXT_TOO_LONG, "The text has more than " + maxLength + " characters.");
        }
        return storable(text);
    }

    /**
     * Checks a field of one line: a name, an email address. White space around it does not count.
     *
     * @param field its name, for the refusal
     * @param value what was sent, or null
     * @param maxLength the most characters (Unicode code points) allowed
     * @return the stripped value, or null where nothing is left
     * @throws RefusedException {@link Refusal#INVALID_FIELD} for control characters, half surrogate pairs and overlong values
     */
    public static String line(String field, String value, int maxLength) {
        String line = value == null ? "" : value.strip();
        if (line.codePoints().anyMatch(c -> breaksLine(c) || isHalfSurrogate(c))) {
            throw RefusedException.ofField(field, "control characters are not allowed");
        }
        if (length(line) > maxLength) {
            throw RefusedException.ofField(field, "at most " + maxLength + " characters");
        }
        return line.codePoints().allMatch(TextRules::isBlank) ? null : line;
    }

    private static String storable(String text) {
        if (text.codePoints().anyMatch(c -> c == 0 || isHalfSurrogate(c))) {
            throw new RefusedException(Refusal.INVALID_CHARACTERS, "NUL and unpaired surrogates cannot be sent.");
        }
        return text;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean isHalfSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static boolean breaksLine(int codePoint) {
        return Character.isISOControl(codePoint) || codePoint == LINE_SEPARATOR || codePoint == PARAGRAPH_SEPARATOR;
    }

    /** White space, and invisible characters: a message of these alone would show as an empty bubble. */
    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint != 0 && Character.isISOControl(codePoint)
            || Character.getType(codePoint) == Character.FORMAT || INVISIBLE.indexOf(codePoint) >= 0;
    }
}
