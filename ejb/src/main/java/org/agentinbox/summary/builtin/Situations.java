package org.agentinbox.summary.builtin;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Recognises everyday situations, such as a booking or a refund, by words that are typical of them. */
final class Situations {

    private static final String FILE = "situations.properties";

    /** A word, or the beginning of words, that is typical of a situation. */
    private record Cue(String situation, boolean beginning) {}

    private final Map<String, List<Cue>> single = new HashMap<>();
    private final Map<String, List<Cue>> several = new HashMap<>();
    private final Map<String, List<String>> beginnings = new HashMap<>();
    /** Beginnings of words, by their first and second letter. */
    private final Map<Character, Map<Character, List<String>>> stubs = new HashMap<>();
    private final Set<String> tellings = new TreeSet<>();
    private final Map<String, Integer> spread = new HashMap<>();

    Situations() {
        Properties all = new Properties();
        try (InputStream in = Situations.class.getResourceAsStream(FILE)) {
            all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String name : new TreeSet<>(all.stringPropertyNames())) {
            for (String cue : all.getProperty(name).split("\\s*,\\s*")) {
                boolean telling = cue.endsWith("!");
                String plain = telling ? cue.substring(0, cue.length() - 1) : cue;
                boolean beginning = plain.endsWith("*");
                String word = beginning ? plain.substring(0, plain.length() - 1) : plain;
                if (telling) {
                    tellings.add(word);
                }
                if (beginning && word.indexOf(' ') < 0 && !stubs(word).contains(word)) {
                    stubs.computeIfAbsent(word.charAt(0), c -> new HashMap<>()).computeIfAbsent(word.charAt(1), c -> new ArrayList<>())
                        .add(word);
                }
                if (word.indexOf(' ') > 0 && !several.containsKey(word)) {
                    beginnings.computeIfAbsent(word.substring(0, word.indexOf(' ')), w -> new ArrayList<>()).add(word);
                }
                (word.indexOf(' ') > 0 ? several : single).computeIfAbsent(word, w -> new ArrayList<>()).add(new Cue(name.replace('_',
                    ' '), beginning));
                spread.merge(word, 1, Integer::sum);
            }
        }
    }

    /**
     * @param sentence in lower case
     * @return the cues that occur in it, by situation
     */
    Map<String, Set<String>> cues(String sentence) {
        Map<String, Set<String>> told = new HashMap<>();
        for (WordScanner scanner = new WordScanner(sentence); scanner.next();) {
            String word = scanner.word();
            for (String phrase : beginnings.getOrDefault(word, List.of())) {
                if (sentence.contains(phrase)) {
                    add(told, several.get(phrase), true, phrase);
                }
            }
            add(told, single.getOrDefault(word, List.of()), true, word);
            for (String cue : stubs(word)) {
                if (word.length() > cue.length() && word.startsWith(cue)) {
                    add(told, single.get(cue), false, cue);
                }
            }
        }
        return told;
    }

    private List<String> stubs(String word) {
        return word.length() < 2 ? List.of() : stubs.getOrDefault(word.charAt(0), Map.of()).getOrDefault(word.charAt(1), List.of());
    }

    /** @return the stems of the single words that are typical of a situation */
    Set<String> stems() {
        Set<String> stems = new TreeSet<>();
        single.keySet().forEach(cue -> stems.addAll(TextAnalysis.stems(cue)));
        return stems;
    }

    /**
     * @return the weight of a cue: less where it is typical of many situations, more where it consists of several words or is marked as
     * strong
     */
    double weight(String cue) {
        return (cue.indexOf(' ') > 0 || tellings.contains(cue) ? 1.5 : 1) / Math.sqrt(spread.get(cue));
    }

    private static void add(Map<String, Set<String>> told, Collection<Cue> cues, boolean whole, String said) {
        for (Cue cue : cues) {
            if (whole || cue.beginning()) {
                told.computeIfAbsent(cue.situation(), s -> new TreeSet<>()).add(said);
            }
        }
    }
}
