package org.agentinbox.summary.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

/** Expressions sorted by their letters find what one expression of all finds. */
class PhraseMatcherTest {

    private static final List<String> LISTS = List.of("problem.re", "wish.re", "commitment.re", "days.re", "choices.re", "included.re",
        "courtesy.re", "leadin.re");

    private static final Map<String, PhraseMatcher> SORTED = LISTS.stream().collect(Collectors.toMap(l -> l, Lexicon.ENGLISH::phrases));
    private static final Map<String, Pattern> PLAIN = LISTS.stream().collect(Collectors.toMap(l -> l,
        l -> Pattern.compile("(?<!\\w)(?=\\w)(?:" + Lexicon.ENGLISH.alternatives(l) + ")(?![\\w'])", Pattern.CASE_INSENSITIVE)));

    @Provide
    Arbitrary<String> sentences() {
        List<String> words = LISTS.stream()
            .flatMap(l -> Pattern.compile("[^a-zA-Z0-9' ]+").splitAsStream(String.join(";", Lexicon.ENGLISH.words(l)))).distinct().toList();
        return Arbitraries.oneOf(Arbitraries.of(words), Arbitraries.of("I", "WE", "12", "3rd", "of", "x", "", "that's", "(so", "don't."))
            .list().ofMaxSize(6).map(w -> String.join(" ", w));
    }

    @Property(tries = 500)
    void findWhatOneExpressionOfAllFinds(@ForAll("sentences") String sentence) {
        for (String list : LISTS) {
            Matcher all = PLAIN.get(list).matcher(sentence);
            Matcher found = SORTED.get(list).next(sentence, 0);
            assertEquals(all.find() ? all.start() : -1, found == null ? -1 : found.start(), () -> list + " in: " + sentence);
        }
    }

    @Test
    void begin() {
        PhraseMatcher phraseMatcher = new PhraseMatcher(
            List.of("(is|are) (any)?", "(so )?sorry", "\\d{1,2}(st|nd)?", "a|b", "ha?t", "i('d| would)"), "(?!\\w)");
        for (String text : List.of("are any", "So sorry", "sorry", "12nd", "b", "ht", "I'd", "i would go")) {
            assertEquals(0, phraseMatcher.at(text, 0).start(), text);
        }
        for (String text : List.of("any", "so", "x12", "123", "", "I wouldn't", "-")) {
            assertNull(phraseMatcher.at(text, 0), text);
        }
    }
}
