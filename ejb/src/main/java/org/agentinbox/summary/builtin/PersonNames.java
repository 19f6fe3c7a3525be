package org.agentinbox.summary.builtin;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of people, which are no topics: those of known people, and common given names. A given name counts in any letter case, unless it is
 * an ordinary word too ({@code will}, {@code grace}); such names, and family names, count only with a capital. Of Korean names only full
 * ones of three or more syllables count, because given names alone are often ordinary words (지원, 공유); {@link KoreanNouns} also recognises
 * people by what follows their name.
 */
public final class PersonNames {

    /** Common given names only. */
    public static final PersonNames NONE = new PersonNames(null);

    private static final Pattern SPACES = Pattern.compile("[\\s.,]+");
    private static final int SHORTEST = 2;
    private static final int SHORTEST_KOREAN = 3;
    private static final int LONGEST_KOREAN = 5;
    private static final Set<String> COMMON = Lexicon.ENGLISH.words("givennames");
    private static final Set<String> ALSO_WORDS = Lexicon.ENGLISH.words("nameswords");
    private static final Set<String> NO_NAMES = Lexicon.ENGLISH.words("nonames");

    private final PersonNames others;
    private final Set<String> given = new HashSet<>();
    private final Set<String> further = new HashSet<>();
    private final Set<String> korean = new HashSet<>();
    private final Set<String> whole = new HashSet<>();

    private PersonNames(PersonNames others) {
        this.others = others;
    }

    /** @param fullNames as people write them: the given name first, except in Korean */
    public static PersonNames of(Collection<String> fullNames) {
        return NONE.with(fullNames);
    }

    /** @return these names and the given ones */
    public PersonNames with(Collection<String> fullNames) {
        PersonNames all = new PersonNames(this);
        fullNames.forEach(all::add);
        return all.given.isEmpty() && all.korean.isEmpty() ? this : all;
    }

    private void add(String fullName) {
        if (TextAnalysis.isKorean(fullName)) {
            String joined = fullName.replaceAll("\\s", "");
            if (joined.length() >= SHORTEST_KOREAN && joined.length() <= LONGEST_KOREAN
                && joined.chars().allMatch(c -> Hangul.isSyllable((char) c))) {
                korean.add(joined);
            }
            return;
        }
        List<String> words = Arrays.stream(SPACES.split(fullName.toLowerCase(Locale.ROOT))).filter(PersonNames::mayBeOfAName).toList();
        if (!words.isEmpty()) {
            given.add(words.get(0));
            further.addAll(words.subList(1, words.size()));
            whole.add(String.join(" ", words));
        }
    }

    private static boolean mayBeOfAName(String lower) {
        return lower.length() >= SHORTEST && !NO_NAMES.contains(lower) && !TextAnalysis.isCommon(lower) && !TextAnalysis.hasDigit(lower)
            && lower.codePoints().anyMatch(Character::isLetter);
    }

    /** @return whether a word, in its letter case, is a person's name */
    public boolean isName(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return isName(lower, !word.isEmpty() && Character.isUpperCase(word.codePointAt(0)));
    }

    private boolean isName(String lower, boolean capital) {
        return given.contains(lower) && (capital || !ALSO_WORDS.contains(lower)) || capital && further.contains(lower)
            || korean.contains(lower)
            || (others == null ? COMMON.contains(lower) : others.isName(lower, capital));
    }

    /** @return whether a given name, in any letter case, is also an ordinary word */
    public static boolean isAlsoAWord(String name) {
        return ALSO_WORDS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** @return whether a phrase, in its letter case, consists of names only */
    public boolean areNames(String phrase) {
        String lower = phrase.toLowerCase(Locale.ROOT);
        return isWhole(lower) || Arrays.stream(phrase.split(" ")).allMatch(this::isName);
    }

    private boolean isWhole(String lower) {
        return whole.contains(lower) || others != null && others.isWhole(lower);
    }

    /** @return the positions of characters that belong to Korean names at the beginning of a word */
    BitSet koreanNames(String text) {
        BitSet of = new BitSet(text.length());
        for (int at = 0; at < text.length(); at++) {
            if (Hangul.isSyllable(text.charAt(at)) && (at == 0 || !Hangul.isSyllable(text.charAt(at - 1)))) {
                markKorean(text, at, of);
            }
        }
        return of;
    }

    private void markKorean(String text, int at, BitSet of) {
        for (PersonNames names = this; names != null; names = names.others) {
            for (int end = at + SHORTEST_KOREAN; !names.korean.isEmpty() && end <= Math.min(text.length(), at + LONGEST_KOREAN); end++) {
                if (names.korean.contains(text.substring(at, end))) {
                    of.set(at, end);
                }
            }
        }
    }
}
