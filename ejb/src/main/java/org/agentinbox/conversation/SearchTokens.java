package org.agentinbox.conversation;

import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts text into the tokens that a search compares: words and numbers as written; Korean, Chinese and Japanese as overlapping pairs of
 * characters, because particles are attached to their words; and email addresses both whole and in parts. Tokens are in lower case and in
 * Unicode form NFKC. This is done here and not in the database, because there it would depend on the database's locale.
 */
final class SearchTokens {

    private static final int LONGEST_WORD = 64;
    private static final int LONGEST_EMAIL = 254;
    private static final String IN_EMAIL = "._%+-";
    /** A tsvector holds 1 MB at most. Of a chat with more text, only the beginning is searchable. */
    private static final int MOST_BYTES = 900_000;
    private static final int LONG_VOWEL = 0x30FC;

    /** Consecutive characters of one kind. */
    private record Run(String letters, boolean pairs) {}

    private final Set<String> words = new LinkedHashSet<>();
    private int bytes;

    /** Adds the words of a text. */
    SearchTokens add(String text) {
        if (text != null && !isFull()) {
            String folded = fold(text);
            for (Run run : runs(folded)) {
                if (run.pairs()) {
                    addPairs(run.letters().codePoints().toArray());
                } else {
                    add(run.letters(), LONGEST_WORD);
                }
            }
            emails(folded).forEach(email -> add(email, LONGEST_EMAIL));
        }
        return this;
    }

    /** Whether further words would be ignored. */
    boolean isFull() {
        return bytes >= MOST_BYTES;
    }

    /** The words that were added, each once. */
    Set<String> words() {
        return words;
    }

    // The last character is added too, because a search for a single character matches the tokens that begin with it.
    private void addPairs(int[] letters) {
        pairs(letters).forEach(pair -> add(pair, 2));
        add(new String(letters, letters.length - 1, 1), 1);
    }

    private void add(String word, int longest) {
        String kept = cut(word, longest);
        if (!isFull() && words.add(kept)) {
            bytes += kept.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    /** The terms that a document must contain to match a search text. */
    static List<SearchTerm> terms(String asked) {
        Set<SearchTerm> terms = new LinkedHashSet<>();
        String folded = fold(asked);
        List<String> emails = emails(folded);
        for (String email : emails) {
            folded = folded.replace(email, " ");
            terms.add(new SearchTerm(cut(email, LONGEST_EMAIL), true));
        }
        for (Run run : runs(folded)) {
            addTerms(terms, run);
        }
        return List.copyOf(terms);
    }

    private static void addTerms(Set<SearchTerm> terms, Run run) {
        int[] letters = run.letters().codePoints().toArray();
        // While somebody types Korean, the last syllable is mostly incomplete, so it is left out.
        int[] whole = Arrays.stream(letters).filter(c -> !isPartOfSyllable(c)).toArray();
        int[] used = whole.length == 0 ? letters : whole;
        if (!run.pairs()) {
            terms.add(new SearchTerm(cut(run.letters(), LONGEST_WORD), true));
        } else if (used.length == 1) {
            terms.add(new SearchTerm(new String(used, 0, 1), true));
        } else {
            pairs(used).forEach(pair -> terms.add(new SearchTerm(pair, false)));
        }
    }

    private static String fold(String text) {
        return Normalizer.normalize(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    private static List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        boolean pairs = false;
        for (int c : (Iterable<Integer>) text.codePoints()::iterator) {
            boolean belongs = isLetter(c) && (run.isEmpty() || isMark(c) || pairs == isPaired(c));
            if (!belongs) {
                end(runs, run, pairs);
            }
            if (isLetter(c)) {
                pairs = run.isEmpty() ? isPaired(c) : pairs;
                run.appendCodePoint(c);
            }
        }
        end(runs, run, pairs);
        return runs;
    }

    private static void end(List<Run> runs, StringBuilder run, boolean pairs) {
        if (!run.isEmpty()) {
            runs.add(new Run(run.toString(), pairs));
            run.setLength(0);
        }
    }

    /**
     * Each address extends from its @ to both sides as far as characters of an address reach, since Korean particles may follow it
     * directly. The domain may be missing while somebody types.
     */
    private static List<String> emails(String text) {
        List<String> emails = new ArrayList<>();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int from = at;
            while (from > 0 && isInEmail(text.codePointBefore(from))) {
                from -= Character.charCount(text.codePointBefore(from));
            }
            int to = at + 1;
            while (to < text.length() && isInEmail(text.codePointAt(to))) {
                to += Character.charCount(text.codePointAt(to));
            }
            while (to > at + 1 && IN_EMAIL.indexOf(text.charAt(to - 1)) >= 0) {
                to--;
            }
            if (from < at) {
                emails.add(text.substring(from, to));
            }
        }
        return emails;
    }

    private static boolean isInEmail(int c) {
        return Character.isLetterOrDigit(c) && !isPaired(c) || IN_EMAIL.indexOf(c) >= 0;
    }

    private static boolean isLetter(int c) {
        return Character.isLetterOrDigit(c) || isMark(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isPaired(int c) {
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.HANGUL || script == UnicodeScript.HAN || script == UnicodeScript.HIRAGANA
            || script == UnicodeScript.KATAKANA || c == LONG_VOWEL;
    }

    private static boolean isPartOfSyllable(int c) {
        return c >= 0x1100 && c <= 0x11FF;
    }

    private static List<String> pairs(int[] letters) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < letters.length; i++) {
            pairs.add(new String(letters, i, 2));
        }
        return pairs;
    }

    private static String cut(String word, int longest) {
        return word.codePointCount(0, word.length()) <= longest ? word : word.substring(0, word.offsetByCodePoints(0, longest));
    }
}
