package org.agentinbox.summary.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Trying an expression only where it can begin, and going from word to word, finds what the plain expressions find. */
class PatternScannerTest {

    private static final Pattern SUM = Pattern.compile("[$€]\\s?\\d[\\d,.]*|\\b\\d+ ?(?:won|원)|^\\(\\d\\)|(?<!\\S)\\d{1,2}$");
    private static final PatternScanner SUMS = new PatternScanner(SUM, "0123456789$€(");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}'-]+");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("$", "€", "12", "3", " ", ".", "(4)", "won", "원", "x", "don't", "-", "½", "é", "😀", "𝐀", "Ⅳ", "_", "\n", "")
            .list().ofMaxSize(9).map(t -> String.join("", t));
    }

    @Property(tries = 500)
    void findsWhatTheExpressionFinds(@ForAll("texts") String text) {
        List<String> found = new ArrayList<>();
        SUMS.each(text, m -> found.add(m.start() + m.group()));
        assertEquals(SUM.matcher(text).results().map(m -> m.start() + m.group()).toList(), found);
    }

    @Property(tries = 500)
    void replacesWhatTheExpressionReplaces(@ForAll("texts") String text) {
        assertEquals(SUM.matcher(text).replaceAll("#"), SUMS.replaced(text, "#"));
    }

    @Property(tries = 500)
    void goesFromWordToWord(@ForAll("texts") String text) {
        List<String> words = new ArrayList<>();
        for (WordScanner scanner = new WordScanner(text); scanner.next();) {
            words.add(scanner.word());
        }
        assertEquals(WORDS.matcher(text).results().map(MatchResult::group).toList(), words);
    }
}
