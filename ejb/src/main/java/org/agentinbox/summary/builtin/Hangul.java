package org.agentinbox.summary.builtin;

/** Decomposes and composes Hangul syllables, because Korean verbs are conjugated within a syllable. */
final class Hangul {

    /** Indexes of final consonants, as in Unicode's Hangul syllables. */
    static final int NONE = 0;
    static final int N = 4;
    static final int L = 8;
    static final int B = 17;
    static final int SS = 20;

    private static final int FIRST = 0xAC00;
    private static final int LAST = 0xD7A3;
    private static final int FINALS = 28;
    private static final int VOWELS = 21;
    private static final int YEO = 6;
    private static final int WA = 9;
    private static final int WEO = 14;
    private static final int O = 8;
    private static final int U = 13;
    private static final int I = 20;

    private Hangul() {}

    static boolean isSyllable(char c) {
        return c >= FIRST && c <= LAST;
    }

    /** @return the final consonant of the last syllable; {@link #NONE} where it has none, or the word does not end in a syllable */
    static int finalOf(String word) {
        char last = word.isEmpty() ? ' ' : word.charAt(word.length() - 1);
        return isSyllable(last) ? (last - FIRST) % FINALS : NONE;
    }

    static boolean endsInSyllable(String word) {
        return !word.isEmpty() && isSyllable(word.charAt(word.length() - 1));
    }

    /** @return the word with another final consonant in its last syllable */
    static String withFinal(String word, int consonant) {
        int last = word.length() - 1;
        return word.substring(0, last) + (char) (word.charAt(last) - finalOf(word) + consonant);
    }

    /** @return the stem of a verb that is contracted with -아 or -어: 해 of 하다, 와 of 오다, 려 of 리다, 달라 of 다르다 */
    static String uncontracted(String word) {
        int last = word.length() - 1;
        char c = word.charAt(last);
        String before = word.substring(0, last);
        switch (c) {
            case '해' :
                return before + '하';
            case '돼' :
                return before + '되';
            case '써' :
                return before + '쓰';
            case '커' :
                return before + '크';
            case '빠' :
                return before + '쁘';
            case '파' :
                return before + '프';
            default :
                break;
        }
        if ((c == '라' || c == '러') && finalOf(before) == L) {
            return withFinal(before, NONE) + '르';
        }
        int vowel = (c - FIRST) / FINALS % VOWELS;
        int other = vowel == WA ? O : vowel == WEO ? U : vowel == YEO ? I : vowel;
        return before + (char) (c + (other - vowel) * FINALS);
    }
}
