package org.agentinbox.summary.builtin;

/**
 * Iterates over the words of a text, which consist of letters, digits, apostrophes and hyphens of any script. It creates no string unless
 * one is asked for.
 */
final class WordScanner {

    private static final int ASCII = 128;

    private final String text;
    private int start;
    private int end;

    WordScanner(String text) {
        this.text = text;
    }

    /** @return whether there is another word */
    boolean next() {
        start = end;
        while (start < text.length() && !isOfAWord(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        end = start;
        while (end < text.length() && isOfAWord(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end > start;
    }

    /** Skips the apostrophes and hyphens at the beginning of the word. */
    void skipMarks() {
        while (start < end && isMark(text.charAt(start))) {
            start++;
        }
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    String word() {
        return text.substring(start, end);
    }

    private static boolean isOfAWord(int c) {
        return isMark(c) || isLetterOrNumber(c);
    }

    private static boolean isMark(int c) {
        return c == '\'' || c == '-';
    }

    private static boolean isLetterOrNumber(int c) {
        if (c < ASCII) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c) || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }
}
