package org.agentinbox.summary.builtin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells words that can name a topic from those that only describe one: adjectives, past participles, and codes of makes or sizes. Such
 * words may be part of a topic (<i>zebra zd421</i>, <i>black size</i>) but are no topic by themselves. Adjectives are recognised by a list
 * of common ones and by endings that few nouns have; the lists are in english.properties and korean.properties.
 */
public final class TopicWords {

    private static final Lexicon ENGLISH = Lexicon.ENGLISH;
    private static final Set<String> ADJECTIVES = ENGLISH.words("adjectives");
    private static final Set<String> PAST = ENGLISH.words("pastforms");
    private static final Set<String> NOUNS = ENGLISH.words("nouns");
    private static final Set<String> NO_TOPIC = ENGLISH.words("notopic");
    private static final Set<String> NO_KOREAN_TOPIC = Lexicon.KOREAN.words("notopic");
    private static final Set<String> NOT_ALONE = Lexicon.KOREAN.words("notalone");
    /**
     * Two letters must come before the ending, so that {@code table} and {@code speed} do not match; other nouns with such endings are in
     * the list {@code nouns}.
     */
    private static final Pattern ENDS_AS_NO_NOUN = Pattern.compile("\\p{L}{2,}(?:(?:ful|less|ous|able|ible|iest)|[^e]ed|ly)");
    private static final int SHORTEST_BY_ENDING = 5;
    private static final Pattern SIZE = Pattern.compile("x{0,5}[sml]");
    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\p{M}'’-]+");
    private static final int LETTERS_OF_A_CODE = 2;

    private TopicWords() {}

    /** @return whether a phrase that is not on the list can be a topic: at least one of its words names something */
    public static boolean isTopic(String name) {
        return Arrays.stream(name.strip().split("\\s+")).anyMatch(TopicWords::namesSomething);
    }

    /** @return whether a word can be a topic by itself */
    public static boolean namesSomething(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (TextAnalysis.isKorean(lower)) {
            return lower.length() > 1 && !NO_KOREAN_TOPIC.contains(lower) && !NOT_ALONE.contains(lower);
        }
        return lower.codePoints().anyMatch(Character::isLetter) && !isCode(lower) && !TextAnalysis.isCommon(lower)
            && !NO_TOPIC.contains(lower) && !describes(lower);
    }

    /** Whether it is a code: it has a digit, or at most two letters, or is a size such as {@code xl}. */
    static boolean isCode(String lower) {
        return TextAnalysis.hasDigit(lower) || LATIN.matcher(lower).matches() && lower.length() <= LETTERS_OF_A_CODE
            || SIZE.matcher(lower).matches();
    }

    /** @return whether an English word describes something or what was done with it */
    static boolean describes(String lower) {
        return ADJECTIVES.contains(lower) || PAST.contains(lower)
            || lower.length() >= SHORTEST_BY_ENDING && ENDS_AS_NO_NOUN.matcher(lower).matches() && !NOUNS.contains(lower);
    }
}
