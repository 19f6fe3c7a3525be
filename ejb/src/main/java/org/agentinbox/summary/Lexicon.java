package org.agentinbox.summary;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Word lists of a language, from a file beside this class: a name, and words with commas
 * between; names that end in .re hold regular expressions with semicolons between. */
final class Lexicon {

    static final Lexicon ENGLISH = new Lexicon("english.properties");
    static final Lexicon KOREAN = new Lexicon("korean.properties");

    private final Properties lists = new Properties();

    private Lexicon(String file) {
        try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
            lists.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the words of a list, in their order */
    Set<String> words(String list) {
        return new LinkedHashSet<>(Arrays.asList(value(list).split(list.endsWith(".re") ? "\\s*;\\s*" : "\\s*,\\s*")));
    }

    /** @return a list of {@code from>to} as a map */
    Map<String, String> pairs(String list) {
        return words(list).stream().map(w -> w.split(">", 2)).collect(Collectors.toMap(p -> p[0], p -> p[1]));
    }

    /** @return finds any entry of a list as a whole word of Latin script; entries are regular expressions */
    Pattern anywhere(String list) {
        return Pattern.compile("\\b(?:" + alternatives(list) + ")(?![\\w'])", Pattern.CASE_INSENSITIVE);
    }

    /** @return finds any entry of a list wherever it stands, also within words; entries are regular expressions */
    Pattern within(String list) {
        return Pattern.compile("(?:" + alternatives(list) + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The longest first; those with the same first letter in one group, which makes the search several times as quick. */
    String alternatives(String list) {
        Map<String, String> groups = words(list).stream().sorted(Comparator.comparing((String w) -> -w.length()))
            .collect(Collectors.groupingBy(Lexicon::firstLetter, TreeMap::new, Collectors.mapping(w -> w.substring(firstLetter(w)
            .length()), Collectors.joining("|"))));
        return groups.entrySet().stream().map(g -> g.getKey().isEmpty() ? g.getValue() : g.getKey() + "(?:" + g.getValue() + ")")
            .collect(Collectors.joining("|"));
    }

    private static String firstLetter(String entry) {
        boolean plain = Character.isLetter(entry.charAt(0)) && !(entry.length() > 1 && "?*+{|".indexOf(entry.charAt(1)) >= 0)
            && !entry.matches(".*\\|(?![^(]*\\)).*");
        return plain ? entry.substring(0, 1) : "";
    }

    private String value(String list) {
        String value = lists.getProperty(list);
        if (value == null) {
            throw new IllegalArgumentException("No list of words named " + list);
        }
        return value.strip();
    }
}
