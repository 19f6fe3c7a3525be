package org.agentinbox.summary.builtin;

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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The word lists of a language, from a file beside this class. Each property is a list, separated by commas; a list whose name ends in
 * {@code .re} holds regular expressions, separated by semicolons.
 */
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

    /** @return the entries of a list, in order */
    Set<String> words(String list) {
        return new LinkedHashSet<>(Arrays.asList(value(list).split(list.endsWith(".re") ? "\\s*;\\s*" : "\\s*,\\s*")));
    }

    /** @return a list with entries {@code from>to} as a map */
    Map<String, String> pairs(String list) {
        return words(list).stream().map(w -> w.split(">", 2)).collect(Collectors.toMap(p -> p[0], p -> p[1]));
    }

    /** @return a matcher for any entry of a list as a whole word of Latin script; the entries are regular expressions */
    PhraseMatcher phrases(String list) {
        return new PhraseMatcher(words(list), "(?![\\w'])");
    }

    /**
     * @param close a regular expression that must match after an entry
     * @return a matcher for any entry of a list
     */
    PhraseMatcher phrases(String list, String close) {
        return new PhraseMatcher(words(list), close);
    }

    /** @return a pattern for any entry of a list, also within words; the entries are regular expressions */
    Pattern within(String list) {
        return Pattern.compile("(?:" + alternatives(list) + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** @return the entries as alternatives of one regular expression, the longest first */
    String alternatives(String list) {
        return words(list).stream().sorted(Comparator.comparing((String w) -> -w.length())).collect(Collectors.joining("|"));
    }

    private String value(String list) {
        String value = lists.getProperty(list);
        if (value == null) {
            throw new IllegalArgumentException("No list of words named " + list);
        }
        return value.strip();
    }
}
