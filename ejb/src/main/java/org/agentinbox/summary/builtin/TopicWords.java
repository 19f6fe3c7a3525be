package org.agentinbox.summary.builtin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells words that can name a topic from those that say something about one only: how it is, what was done with it, of which make or size
 * it is.
 * Such words may stand beside others (<i>zebra zd421</i>, <i>black size</i>) but are no topic by themselves. Adjectives are those of a list
 * of
 * common ones and those with an ending that few nouns have; the lists are in english.properties and korean.properties.
 */
public final class TopicWords {

    private static final Lexicon ENGLISH = Lexicon.ENGLISH;
    private static final Set<String> ADJECTIVES = ENGLISH.words("adjectives");
    private static final Set<String> PAST = ENGLISH.words("pastforms");
    private static final Set<String> NOUNS = ENGLISH.words("nouns");
    private static final Set<String> NO_TOPIC = ENGLISH.words("notopic");
    private static final Set<String> NO_KOREAN_TOPIC = Lexicon.KOREAN.words("notopic");
    private static final Set<String> NOT_ALONE = Lexicon.KOREAN.words("notalone");
    /** Two letters go before, so that {@code table} and {@code speed} are none; other nouns that end so are in the list {@code nouns}. */
    private static final Pattern ENDS_AS_NO_NOUN = Pattern.compile("\\p{L}{2,}(?:(?:ful|less|ous|able|ible|iest)|[^e]ed|ly)");
    private static final int SHORTEST_BY_ENDING = 5;
    private static final Pattern SIZE = Pattern.compile("x{0,5}[sml]");
    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\p{M}'’-]+");
    private static final int LETTERS_OF_A_CODE = 2;

    private TopicWords() {}

    /** @return whether a topic that nobody put on a list can be one: one of its words at least names something */
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

    /** Letters with digits, at most two letters, or letters of a size. */
    static boolean isCode(String lower) {
        return TextAnalysis.hasDigit(lower) || LATIN.matcher(lower).matches() && lower.length() <= LETTERS_OF_A_CODE
            || SIZE.matcher(lower).matches();
    }

    /** @return whether an English word says how something is, or what was done with it */
    static boolean describes(String lower) {
        return ADJECTIVES.contains(lower) || PAST.contains(lower)
            || lower.length() >= SHORTEST_BY_ENDING && ENDS_AS_NO_NOUN.matcher(lower).matches() && !NOUNS.contains(lower);
    }
}
