package org.agentinbox.summary.builtin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds any of many regular expressions at beginnings of words, ignoring letter case. The expressions are indexed by their first two
 * letters. At each word only those are tried that the index allows, and only where the text has the letters with which one of them begins.
 * This is many times faster than one expression of all alternatives.
 */
final class PhraseMatcher {

    private static final int LETTERS = 128;
    private static final char DIGIT = '0';
    private static final int SMALL = 0x20;
    private static final int LONG_ENOUGH = 4;
    private static final int LONGEST_BEGINNING = 6;
    private static final Pattern KEPT = Pattern.compile("(?<!\\\\)\\((?!\\?)");

    /** An expression and its first two letters in lower case; 0 where a letter is not fixed. */
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

        /** @return the fixed beginnings of the expression, one of which the text must have; an empty one where none is fixed */
        Stream<String> beginnings() {
            return first == 0 || first == DIGIT ? Stream.of("") : beginnings("", text);
        }

        private static Stream<String> beginnings(String known, String rest) {
            int end = 0;
            while (end < rest.length() && isPlain(rest.charAt(end))) {
                end++;
            }
            boolean optional = end > 0 && end < rest.length() && "?*+{|".indexOf(rest.charAt(end)) >= 0;
            String letters = known + rest.substring(0, optional ? end - 1 : end);
            String left = rest.substring(end);
            boolean group = left.startsWith("(") && (left.startsWith("(?:") || !left.startsWith("(?"));
            List<String> opened = group && letters.length() < LONG_ENOUGH ? opened(left).toList() : List.of(left);
            return opened.contains(left) ? Stream.of(letters) : opened.stream().flatMap(o -> beginnings(letters, o));
        }

        private static boolean isPlain(char c) {
            return c >= 'a' && c <= 'z' || c == ' ' || c == '\'';
        }

        boolean canBegin(char letter) {
            return first == 0 || first == letter;
        }
    }

    /**
     * The expressions to try at a word: one pattern of them all, and their fixed beginnings, one of which the text must have.
     *
     * @param thirds a set of the possible third letters as bits, by their lowest five bits; a first filter, because most words differ in it
     */
    private record Choice(Pattern pattern, String[] beginnings, int thirds) {

        static Choice of(Pattern pattern, Stream<String> beginnings) {
            List<String> all = beginnings.map(b -> b.substring(0, Math.min(b.length(), LONGEST_BEGINNING))).distinct().toList();
            String[] needed = all.stream().filter(b -> all.stream().noneMatch(o -> o.length() < b.length() && b.startsWith(o)))
                .toArray(String[]::new);
            int thirds = 0;
            for (String beginning : needed) {
                thirds |= beginning.length() < 3 ? -1 : 1 << beginning.charAt(2);
            }
            return needed.length == 0 ? null : new Choice(pattern, needed, thirds);
        }

        /** @return the choice for a known second letter; null where no expression begins so */
        Choice narrowed(char second) {
            return of(pattern, Stream.of(beginnings).filter(b -> b.length() < 2 || b.charAt(1) == second));
        }

        boolean canBe(String text, int place) {
            if (place + 2 < text.length() && (thirds & 1 << text.charAt(place + 2)) == 0) {
                return false;
            }
            for (String beginning : beginnings) {
                if (begins(text, place, beginning)) {
                    return true;
                }
            }
            return false;
        }

        /**
         * Small letters, space and apostrophe have the bit SMALL set and capitals do not; setting it makes the comparison ignore letter
         * case.
         */
        private static boolean begins(String text, int place, String beginning) {
            if (text.length() - place < beginning.length()) {
                return false;
            }
            for (int i = 0; i < beginning.length(); i++) {
                if ((text.charAt(place + i) | SMALL) != beginning.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** By the first and the second letter; null where no expression begins so. */
    private final Choice[][] choices = new Choice[LETTERS][];
    /** The expressions that can begin with any letter. */
    private final Choice others;

    /**
     * @param entries regular expressions
     * @param close a regular expression that must match after them
     */
    PhraseMatcher(Collection<String> entries, String close) {
        this(entries, "(?:", ")" + close);
    }

    /**
     * @param open the beginning of the group around the entries
     * @param close its end, and what must match after it
     */
    PhraseMatcher(Collection<String> entries, String open, String close) {
        List<Entry> all = entries.stream().sorted(Comparator.comparing((String e) -> -e.length())).flatMap(PhraseMatcher::opened)
            .map(Entry::of).toList();
        others = choice(open, all.stream().filter(e -> e.first == 0), close);
        for (Entry entry : all) {
            if (entry.first > 0 && choices[entry.first] == null) {
                choices[entry.first] = choices(open, all.stream().filter(e -> e.canBegin(entry.first)).toList(), close);
            }
        }
    }

    /** @return the choices by the second letter */
    private static Choice[] choices(String open, List<Entry> entries, String close) {
        Choice[] choices = new Choice[LETTERS];
        Arrays.fill(choices, choice(open, entries.stream().filter(e -> e.second == 0), close));
        entries.stream().map(Entry::second).distinct().filter(second -> second > 0).forEach(second -> choices[second] = choice(open,
            entries.stream().filter(e -> e.second == 0 || e.second == second), close));
        for (char second = 'a'; second <= 'z'; second++) {
            choices[second] = choices[second] == null ? null : choices[second].narrowed(second);
        }
        return choices;
    }

    /**
     * Expands "(is|are) there" to "is there" and "are there", and "(so )?sorry" to "so sorry" and "sorry", so that their first letters are
     * fixed.
     */
    private static Stream<String> opened(String entry) {
        if (!entry.startsWith("(")) {
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
        return repeated ? Stream.of(entry) : Stream.concat(alternatives.stream(), optional ? Stream.of("") : Stream.of()).map(a -> a + rest)
            .flatMap(PhraseMatcher::opened);
    }

    private static Choice choice(String open, Stream<Entry> entries, String close) {
        List<Entry> all = entries.toList();
        if (all.isEmpty()) {
            return null;
        }
        String texts = all.stream().map(e -> KEPT.matcher(e.text).replaceAll("(?:")).collect(Collectors.joining("|"));
        Pattern pattern = Pattern.compile(open + texts + close, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        return Choice.of(pattern, all.stream().flatMap(Entry::beginnings));
    }

    /** @return the match that begins exactly here, or null. The rest of the text is not searched. */
    Matcher at(String text, int place) {
        if (place >= text.length()) {
            return null;
        }
        Choice choice = choice(Character.toLowerCase(text.charAt(place)), place + 1 == text.length() ? ' ' : text.charAt(place + 1));
        if (choice == null || !choice.canBe(text, place)) {
            return null;
        }
        Matcher matcher = choice.pattern.matcher(text).region(place, text.length()).useTransparentBounds(true);
        return matcher.lookingAt() ? matcher : null;
    }

    private Choice choice(char read, char after) {
        char first = Character.isDigit(read) ? DIGIT : read;
        if (first >= LETTERS || choices[first] == null) {
            return others;
        }
        char second = Character.toLowerCase(after);
        return choices[first][second >= LETTERS ? ' ' : second];
    }

    /** @return the first match that begins with a word here or later, or null */
    Matcher next(String text, int from) {
        boolean inside = from > 0 && from <= text.length() && isOfAWord(text.charAt(from - 1));
        for (int i = from; i < text.length(); i++) {
            boolean word = isOfAWord(text.charAt(i));
            Matcher found = word && !inside ? at(text, i) : null;
            if (found != null) {
                return found;
            }
            inside = word;
        }
        return null;
    }

    boolean isIn(String text) {
        return next(text, 0) != null;
    }

    /** @return whether the text begins with a match */
    boolean begins(String text) {
        return at(text, 0) != null;
    }

    private static boolean isOfAWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
