package org.agentinbox.summary.builtin;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.summary.api.Turn;

/** Finds words of a chat that may be names of people who do not take part in it. The caller compares them with known names. */
public final class MentionedNames {

    private static final int MOST = 50;
    /** Capitalised words inside a sentence; the first word has a capital in any case. */
    private static final Pattern CAPITAL = Pattern.compile("(?<=[\\p{L}\\p{N},;:] )\\p{Lu}[\\p{L}’'-]{1,30}");
    private static final Pattern KOREAN = Pattern.compile("(?<!\\p{L})[가-힣]{3}");
    private static final Pattern WORD = Pattern.compile("[\\p{L}’'-]+");

    private MentionedNames() {}

    /** @return in lower case; a word that is also written in small letters in the chat is left out */
    public static Set<String> in(List<Turn> turns) {
        Set<String> small = new HashSet<>();
        Set<String> found = new TreeSet<>();
        for (Turn turn : turns) {
            if (turn.author() == AuthorKind.VISITOR && turn.text() != null) {
                all(WORD, turn.text()).stream().filter(word -> Character.isLowerCase(word.codePointAt(0))).forEach(small::add);
                all(CAPITAL, turn.text()).forEach(word -> found.add(withoutGenitive(word.toLowerCase(Locale.ROOT))));
                all(KOREAN, turn.text()).forEach(found::add);
            }
        }
        found.removeIf(word -> small.contains(word) || TextAnalysis.isCommon(word));
        return found.stream().limit(MOST).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String withoutGenitive(String word) {
        return word.endsWith("'s") || word.endsWith("’s") ? word.substring(0, word.length() - 2) : word;
    }

    private static Collection<String> all(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        Set<String> all = new HashSet<>();
        while (matcher.find()) {
            all.add(matcher.group());
        }
        return all;
    }
}
