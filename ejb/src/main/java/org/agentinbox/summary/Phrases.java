package org.agentinbox.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds any of many expressions at the beginnings of words, whatever their case. They are sorted by the two letters that they begin with, and
 * at each word only those are tried that can be meant, which is several times as quick as one expression of all.
 */
final class Phrases {

    private static final int LETTERS = 128;
    private static final char DIGIT = '0';
    private static final Pattern KEPT = Pattern.compile("(?<!\\\\)\\((?!\\?)");

    /** An expression, and the letters that it must begin with, in lower case; 0 where it can be another. */
    private record Entry(String text, char first, char second) {

        static Entry of(String text) {
            char first = text.matches(".*\\|(?![^(]*\\)).*") ? 0 : letter(text, 0);
            return new Entry(text, first, first == 0 || first == DIGIT ? 0 : letter(text, 1));
        }

        private static char letter(String text, int place) {
            char c = text.length() > place ? Character.toLowerCase(text.charAt(place)) : 0;
            boolean optional = text.length() > place + 1 && "?*+{|".indexOf(text.charAt(place + 1)) >= 0;
            return place == 0 && text.startsWith("\\d") ? DIGIT : c >= 'a' && c <= 'z' && !optional ? c : 0;
        }

        boolean canBegin(char letter) {
            return first == 0 || first == letter;
        }
    }

    /** By two letters, by one, and those that can begin with any. */
    private final Map<Integer, Pattern> byBoth = new HashMap<>();
    private final Pattern[] byFirst = new Pattern[LETTERS];
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
        List<Entry> all = entries.stream().sorted(Comparator.comparing((String e) -> -e.length())).flatMap(Phrases::opened).map(Entry::of).toList();
        others = compile(open, all.stream().filter(e -> e.first == 0), close);
        for (Entry entry : all) {
            if (entry.first > 0 && byFirst[entry.first] == null) {
                byFirst[entry.first] = compile(open, all.stream().filter(e -> e.canBegin(entry.first) && e.second == 0), close);
            }
            if (entry.second > 0) {
                byBoth.computeIfAbsent(entry.first * LETTERS + entry.second, k -> compile(open, all.stream().filter(e -> e.canBegin(entry.first)
                    && (e.second == 0 || e.second == entry.second)), close));
            }
        }
    }

    /** "(is|are) there" as "is there" and "are there", "(so )?sorry" as "so sorry" and "sorry": then their letters can be told. */
    private static Stream<String> opened(String entry) {
        if (entry.charAt(0) != '(') {
            return Stream.of(entry);
        }
        List<String> alternatives = new ArrayList<>();
        int depth = 0;
        int from = entry.startsWith("(?:") ? 3 : 1;
        int end = 0;
        for (; end == 0 || depth > 0; end++) {
            char c = entry.charAt(end);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 1 && c == '|' || depth == 0) {
                alternatives.add(entry.substring(from, end));
                from = end + 1;
            }
        }
        boolean optional = end < entry.length() && entry.charAt(end) == '?';
        String rest = entry.substring(optional ? end + 1 : end);
        boolean repeated = !rest.isEmpty() && "*+{?".indexOf(rest.charAt(0)) >= 0;
        return repeated ? Stream.of(entry) : Stream.concat(alternatives.stream(), optional ? Stream.of("") : Stream.of()).map(a -> a + rest).flatMap(Phrases::opened);
    }

    private static Pattern compile(String open, Stream<Entry> entries, String close) {
        List<String> texts = entries.map(e -> KEPT.matcher(e.text).replaceAll("(?:")).toList();
        return texts.isEmpty() ? null : Pattern.compile(open + String.join("|", texts) + close, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** @return what was found at this very place, null where nothing was; what is left of it in the text is not looked at */
    Matcher at(String text, int place) {
        if (place >= text.length()) {
            return null;
        }
        Pattern pattern = pattern(Character.toLowerCase(text.charAt(place)), place + 1 == text.length() ? ' ' : Character.toLowerCase(text.charAt(place + 1)));
        if (pattern == null) {
            return null;
        }
        Matcher matcher = pattern.matcher(text).region(place, text.length()).useTransparentBounds(true);
        return matcher.lookingAt() ? matcher : null;
    }

    private Pattern pattern(char read, char second) {
        char first = Character.isDigit(read) ? DIGIT : read;
        if (first >= LETTERS) {
            return others;
        }
        Pattern one = byFirst[first] == null ? others : byFirst[first];
        return second >= LETTERS ? one : byBoth.getOrDefault(first * LETTERS + second, one);
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
