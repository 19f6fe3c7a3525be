package org.agentinbox.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds any of many expressions at the beginnings of words, whatever their case. They are sorted by the letter that they begin with, and at
 * each word only those are tried that can be meant, which is several times as quick as one expression of all.
 */
final class Phrases {

    private static final int LETTERS = 128;

    private final Pattern[] byLetter = new Pattern[LETTERS];
    private final Pattern others;

    /**
     * @param entries regular expressions
     * @param close what has to follow them, a regular expression
     */
    Phrases(Collection<String> entries, String close) {
        this(entries, "(?:", ")" + close);
    }

    /**
     * @param open how the group begins that holds the entries
     * @param close how it ends, and what has to follow
     */
    Phrases(Collection<String> entries, String open, String close) {
        List<String> anyLetter = longestFirst(entries.stream().filter(e -> letter(e) == 0).toList());
        others = anyLetter.isEmpty() ? null : compile(open, anyLetter, close);
        for (char c = 'a'; c <= 'z'; c++) {
            char letter = c;
            List<String> those = new ArrayList<>(entries.stream().filter(e -> letter(e) == letter).toList());
            those.addAll(anyLetter);
            byLetter[c] = those.size() == anyLetter.size() ? others : compile(open, longestFirst(those), close);
        }
    }

    private static List<String> longestFirst(List<String> entries) {
        return entries.stream().sorted(Comparator.comparing((String e) -> -e.length())).toList();
    }

    private static Pattern compile(String open, List<String> entries, String close) {
        return Pattern.compile(entries.stream().collect(Collectors.joining("|", open, close)), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** @return the letter that an expression can only begin with, in lower case; 0 where it can be another */
    private static char letter(String entry) {
        char first = Character.toLowerCase(entry.charAt(0));
        boolean plain = first >= 'a' && first <= 'z' && !(entry.length() > 1 && "?*+{|".indexOf(entry.charAt(1)) >= 0)
            && !entry.matches(".*\\|(?![^(]*\\)).*");
        return plain ? first : 0;
    }

    /** @return what was found at this very place, null where nothing was; what is left of it in the text is not looked at */
    Matcher at(String text, int place) {
        if (place >= text.length()) {
            return null;
        }
        char c = Character.toLowerCase(text.charAt(place));
        Pattern pattern = c < LETTERS && byLetter[c] != null ? byLetter[c] : others;
        if (pattern == null) {
            return null;
        }
        Matcher matcher = pattern.matcher(text).region(place, text.length()).useTransparentBounds(true);
        return matcher.lookingAt() ? matcher : null;
    }

    /** @return the first that begins with a word at this place or later, null where there is none */
    Matcher next(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (isOfAWord(text.charAt(i)) && (i == 0 || !isOfAWord(text.charAt(i - 1)))) {
                Matcher found = at(text, i);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    boolean isIn(String text) {
        return next(text, 0) != null;
    }

    /** @return whether the text begins with one */
    boolean begins(String text) {
        return at(text, 0) != null;
    }

    private static boolean isOfAWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
